using System.Reflection;
using System.Text;
using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.TestUtilities;
using BlueGreenServerless.AwsStand.Template;
using BlueGreenServerless.Functions.Hosting;
using BlueGreenServerless.Functions.Hosting.Logging;
using Microsoft.Extensions.DependencyInjection;

namespace BlueGreenServerless.AwsStand.Lambda;

/// <summary>A warm function: its handler is found by the deployed string, as Lambda does, and called with JSON.</summary>
internal sealed class LambdaFunction
{
    private readonly DeployedFunction deployed;
    private readonly object instance;
    private readonly MethodInfo method;
    private long invoked;

    private LambdaFunction(DeployedFunction deployed, object instance, MethodInfo method) => (this.deployed, this.instance, this.method) = (deployed, instance, method);

    /// <param name="clock">In the place of the system's, which functions have.</param>
    /// <param name="log">In the place of the console, which functions write to.</param>
    public static LambdaFunction Load(DeployedFunction deployed, TimeProvider clock, TextWriter log)
    {
        var parts = deployed.Handler.Split("::");
        var type = Assembly.Load(parts[0]).GetType(parts[1], throwOnError: true)!;
        var made = Activator.CreateInstance(type)!;
        var field = type.GetField("_services", BindingFlags.Instance | BindingFlags.NonPublic) ?? throw new MissingFieldException(parts[1], "_services");
        ((ServiceProvider)field.GetValue(made)!).Dispose();
        field.SetValue(made, Services(type, clock, log));
        return new LambdaFunction(deployed, made, type.GetMethod(parts[2]) ?? throw new MissingMethodException(parts[1], parts[2]));
    }

    /// <returns>What it answered; an undefined element when it answers nothing.</returns>
    public async Task<JsonElement> InvokeAsync(string json)
    {
        var context = new TestLambdaContext
        {
            FunctionName = deployed.Name, AwsRequestId = $"{deployed.Name}-{Interlocked.Increment(ref invoked)}", RemainingTime = deployed.Timeout,
        };
        using var origin = CallOrigin.Enter(deployed.Name);
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(json));
        var running = (Task)method.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, [input, context], culture: null)!;
        await running;
        return running is Task<Stream> answered ? (await JsonDocument.ParseAsync(await answered)).RootElement : default;
    }

    /// <summary>The same services as the wrapper makes, with that clock and that log.</summary>
    private static ServiceProvider Services(Type wrapper, TimeProvider clock, TextWriter log)
    {
        var services = new ServiceCollection();
        services.AddSingleton(wrapper.Assembly.GetTypes().Single(type => wrapper.Name == $"{type.Name}_RunAsync_Generated" && wrapper.Namespace == type.Namespace));
        services.AddSingleton<ILambdaSerializer, DefaultLambdaJsonSerializer>();
        new Startup().ConfigureServices(services);
        services.AddSingleton(clock);
        services.AddSingleton(new JsonLines(log, clock));
        services.AddSingleton(new MetricLines(log, clock));
        return services.BuildServiceProvider();
    }
}
