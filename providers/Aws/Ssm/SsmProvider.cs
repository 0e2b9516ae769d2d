using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws.Clients;

namespace BlueGreenServerless.Providers.Aws.Ssm;

/// <summary>Machines that run the agent of AWS Systems Manager, in AWS or anywhere else.</summary>
public sealed class SsmProvider : IProvider
{
    private readonly AwsAccounts accounts = new();

    public SsmProvider() => Hosts = PortOffers.Offer<IHostCommands, SsmOptions>(
        "Bash on every host by SSM Run Command, no port open and no key kept.",
        (options, context) => new SsmHosts(options, NodePools.Of(options), accounts.Of(options.Place, context)));

    public string Name => "ssm";

    public string Summary => "AWS Systems Manager: runs the hooks on EC2 instances and on any machine with its agent.";

    public PortOffer<IHostCommands>? Hosts { get; }
}
