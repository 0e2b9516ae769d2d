using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Ovh.Clients;
using BlueGreenServerless.Providers.Ovh.Cloud;
using BlueGreenServerless.Providers.Ovh.Metrics;
using BlueGreenServerless.Providers.Ovh.Provisioning;

namespace BlueGreenServerless.Providers.Ovh;

/// <summary>OVH's Public Cloud: its load balancers and instances.</summary>
public sealed class OvhCloudProvider : IProvider
{
    public string Name => "ovh-cloud";

    public string Summary => "OVHcloud Public Cloud: Load Balancers (Octavia) and instances.";

    public PortOffer<ITrafficRouter>? Router { get; } = PortOffers.Offer<ITrafficRouter, OvhCloudOptions>(
        "Moves traffic by the default pools of listeners of a Public Cloud Load Balancer.",
        (options, context) => new CloudRouter(options.Checked(), new CloudBalancer(OvhClients.Shared.Of(options.Place, context), options)));

    public PortOffer<IFleet>? Fleet { get; } = PortOffers.Offer<IFleet, OvhFleetOptions>(
        "Public Cloud instances, told apart by the beginning of their names.",
        (options, context) => new OvhFleet(options.Checked(), OvhClients.Shared.Of(options.Place, context)));

    public PortOffer<IMetricSource>? Metrics { get; } = PortOffers.Offer<IMetricSource, OvhCloudOptions>(
        "No numbers: a Public Cloud Load Balancer counts no requests by pool. Give 'observe.probe', or bind 'metrics' elsewhere.",
        (_, _) => new NoMetrics("A Public Cloud Load Balancer"));

    public PortOffer<IEnvironment>? Environment { get; } = Environments.OfCloud;
}
