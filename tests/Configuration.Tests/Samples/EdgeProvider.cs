using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Configuration.Tests.Samples;

/// <summary>Routes and measures with the same options; reaches its balancer through hosts.</summary>
public sealed class EdgeProvider : IProvider
{
    public string Name => "edge";

    public string Summary => "A balancer for tests.";

    public PortOffer<ITrafficRouter> Router { get; } = PortOffers.Offer<ITrafficRouter, EdgeOptions>(
        "Moves traffic in tests.", (options, context) => new SampleRouter(options, options.Via is null ? null : context.Hosts(options.Via)));

    public PortOffer<IMetricSource> Metrics { get; } = PortOffers.Offer<IMetricSource, EdgeOptions>("Measures in tests.", (_, _) => new SampleMetrics());
}
