using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>Makes the balancers of a target: this machine, or each of the hosts in the options.</summary>
internal static class HaproxyBalancers
{
    public static IReadOnlyList<IBalancer> Of(HaproxyOptions options, PortContext context) =>
        options.Balancers.Count == 0
            ? [new LocalBalancer(options, new UnixRuntimeSocket(context.Time), new LocalScripts(context.Time), context.Time)]
            : [.. options.Balancers.Select((binding, index) =>
                new RemoteBalancer($"balancer {index + 1}", options, new HostScripts(context.Hosts(binding), context.Time)))];

    /// <summary>The same question to all, at the same time.</summary>
    public static Task<T[]> EachAsync<T>(this IReadOnlyList<IBalancer> balancers, Func<IBalancer, Task<T>> ask) => Task.WhenAll(balancers.Select(ask));
}
