using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;

namespace BlueGreenServerless.AwsPackages.Tests.Lambda;

/// <summary>Functions as the generator meets them.</summary>
public sealed class OrderFunctions(TimeProvider time)
{
    private int _calls;

    public List<PerInvocation> Seen { get; } = [];

    [LambdaFunction(MemorySize = 128, Timeout = 30)]
    public async Task<Order> Twice(Order order, ILambdaContext context, [FromServices] PerInvocation service)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(1), time, CancellationToken.None);
        Seen.Add(service);
        context.Logger.LogInformation($"call {++_calls}, disposed {service.Disposed}, before {Seen[0].Disposed}");
        return order with { Count = order.Count * 2 };
    }

    [LambdaFunction]
    public Stream Echo(Stream input) => input;

    [LambdaFunction]
    public async Task Nothing() => await Task.Yield();
}
