using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws.Clients;
using BlueGreenServerless.Providers.Aws.Ssm;

namespace BlueGreenServerless.VirtualCloud.Machine;

/// <summary>Run Command of an account that is given.</summary>
internal sealed class PointedSsm(AwsAccount account) : IProvider
{
    public string Name => "ssm";

    public string Summary => "AWS Systems Manager on loopback.";

    public PortOffer<IHostCommands>? Hosts { get; } =
        PortOffers.Offer<IHostCommands, SsmOptions>("", (options, _) => new SsmHosts(options, NodePools.Of(options), account));
}
