using BlueGreenServerless.Plans;

namespace BlueGreenServerless.Ports;

/// <summary>What a provider may use.</summary>
/// <param name="Hosts">Host commands of another provider, for a router whose load balancer is reached through them.</param>
/// <param name="Notes">For what it has to remember when its process ends.</param>
public sealed record PortContext(TimeProvider Time, Func<PortBinding, IHostCommands> Hosts, INotes Notes)
{
    /// <summary>Routers of other providers, for one that knows which machines are behind them.</summary>
    public Func<PortBinding, ITrafficRouter> Routers { get; init; } = binding => throw NotThere(binding, "routers");

    /// <summary>Metrics of other providers, for the same.</summary>
    public Func<PortBinding, IMetricSource> Metrics { get; init; } = binding => throw NotThere(binding, "metrics");

    private static InvalidOperationException NotThere(PortBinding binding, string what) => new($"The provider '{binding.Provider}' was asked for where there are no {what}.");
}
