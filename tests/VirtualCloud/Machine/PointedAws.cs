using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws;
using BlueGreenServerless.Providers.Aws.Clients;
using BlueGreenServerless.Providers.Aws.Fleet;
using BlueGreenServerless.Providers.Aws.Metrics;
using BlueGreenServerless.Providers.Aws.Router;

namespace BlueGreenServerless.VirtualCloud.Machine;

/// <summary>The ports of AWS for an account that is given, instead of the one that the environment of a process names.</summary>
internal sealed class PointedAws(AwsAccount account) : IProvider
{
    public string Name => "aws";

    public string Summary => "AWS on loopback.";

    public PortOffer<ITrafficRouter>? Router { get; } =
        PortOffers.Offer<ITrafficRouter, AwsOptions>("", (options, _) => new AwsRouter(options.Checked(), account));

    public PortOffer<IFleet>? Fleet { get; } = PortOffers.Offer<IFleet, AwsFleetOptions>("", (options, _) => new AwsFleet(options.Checked(), account));

    public PortOffer<IMetricSource>? Metrics { get; } =
        PortOffers.Offer<IMetricSource, AwsOptions>("", (options, _) => new AwsMetrics(options.Checked(), account));
}
