using System.Reflection;
using System.Runtime.Loader;
using Amazon.Lambda.Core;

namespace BlueGreenServerless.LambdaRuntime;

/// <summary>A handler found by its string <c>Assembly::Type::Method</c>: a new instance, then its method with a stream and a context.</summary>
internal sealed class FunctionHandler(object instance, MethodInfo method)
{
    public static FunctionHandler Load(string handler)
    {
        var parts = handler.Split("::");
        var type = AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName(parts[0])).GetType(parts[1], throwOnError: true)!;
        return new FunctionHandler(Activator.CreateInstance(type)!, type.GetMethod(parts[2]) ?? throw new MissingMethodException(parts[1], parts[2]));
    }

    /// <returns>What the handler answered; null when it answers nothing.</returns>
    public async Task<Stream?> InvokeAsync(Stream input, ILambdaContext context)
    {
        var task = (Task)method.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, [input, context], culture: null)!;
        await task;
        return task is Task<Stream> answered ? await answered : null;
    }
}
