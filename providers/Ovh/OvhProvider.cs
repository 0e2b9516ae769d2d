using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Ovh.Balancing;
using BlueGreenServerless.Providers.Ovh.Metrics;
using BlueGreenServerless.Providers.Ovh.Provisioning;

namespace BlueGreenServerless.Providers.Ovh;

/// <summary>OVH's IP Load Balancing.</summary>
public sealed class OvhProvider : IProvider
{
    private readonly BalancerServices services = new();

    public OvhProvider() => Router = PortOffers.Offer<ITrafficRouter, OvhOptions>(
        "Moves traffic by the farms of front-ends of an IP Load Balancing service.",
        (options, context) => new OvhRouter(options.Checked(), services.Of(options, context)));

    public string Name => "ovh";

    public string Summary => "OVHcloud: IP Load Balancing, whose changes are staged and published together.";

    public PortOffer<ITrafficRouter>? Router { get; }

    public PortOffer<IMetricSource>? Metrics { get; } = PortOffers.Offer<IMetricSource, OvhOptions>(
        "No numbers: IP Load Balancing counts no requests by farm. Give 'observe.probe', or bind 'metrics' elsewhere.", (_, _) => new NoMetrics("IP Load Balancing"));

    public PortOffer<IEnvironment>? Environment { get; } = Environments.OfService;
}
