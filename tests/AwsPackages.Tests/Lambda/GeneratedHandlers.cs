using System.Reflection;
using System.Text;
using Amazon.Lambda.TestUtilities;

namespace BlueGreenServerless.AwsPackages.Tests.Lambda;

/// <summary>Handlers found as the managed runtime finds them: assembly, type and method by name, made by the empty constructor.</summary>
public sealed class GeneratedHandlers
{
    private const string Handler =
        "BlueGreenServerless.AwsPackages.Tests::BlueGreenServerless.AwsPackages.Tests.Lambda.OrderFunctions_Twice_Generated::Twice";

    [Fact]
    public async Task A_handler_is_found_by_its_string_and_runs_with_one_scope_per_invocation()
    {
        var (instance, method) = Resolve(Handler);
        var context = new TestLambdaContext();

        var first = await (Task<Order>)method.Invoke(instance, [new Order("tea", 2), context])!;
        var second = await (Task<Order>)method.Invoke(instance, [new Order("tea", 3), context])!;

        Assert.Equal((4, 6), (first.Count, second.Count));
        Assert.Equal(
            "Information: call 1, disposed False, before False\nInformation: call 2, disposed False, before True\n",
            ((TestLambdaLogger)context.Logger).Buffer.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Parameters_are_those_of_the_method_without_the_services()
    {
        var (_, method) = Resolve(Handler);

        Assert.Equal(["__order__", "__context__"], method.GetParameters().Select(parameter => parameter.Name));
        Assert.Equal(typeof(Task<Order>), method.ReturnType);
    }

    [Fact]
    public void A_stream_passes_through()
    {
        var (instance, method) = Resolve(Handler.Replace("Twice", "Echo", StringComparison.Ordinal));
        using var input = new MemoryStream(Encoding.UTF8.GetBytes("bytes"));

        Assert.Same(input, method.Invoke(instance, [input]));
    }

    [Fact]
    public async Task A_method_without_parameters_takes_the_stream_that_the_runtime_passes()
    {
        var (instance, method) = Resolve(Handler.Replace("Twice", "Nothing", StringComparison.Ordinal));

        Assert.Equal([typeof(Stream)], method.GetParameters().Select(parameter => parameter.ParameterType));
        await (Task)method.Invoke(instance, [Stream.Null])!;
    }

    private static (object Instance, MethodInfo Method) Resolve(string handler)
    {
        var parts = handler.Split("::");
        var type = Assembly.Load(parts[0]).GetType(parts[1], throwOnError: true)!;
        return (Activator.CreateInstance(type)!, type.GetMethod(parts[2])!);
    }
}
