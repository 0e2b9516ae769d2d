using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Hosts;

namespace BlueGreenServerless.Providers.Ssh;

/// <summary>Machines that are reached by SSH.</summary>
public sealed class SshProvider : IProvider
{
    public string Name => "ssh";

    public string Summary => "Runs the hooks on machines that are reached with the OpenSSH client.";

    PortOffer<IHostCommands>? IProvider.Hosts { get; } =
        PortOffers.Offer<IHostCommands, SshOptions>("Bash on every host over SSH, several at a time.", Create);

    private static HostCommands Create(SshOptions options, PortContext context)
    {
        var pools = new HostPools(
            options.Blue.Select(SshAddress.ToHost), options.Green.Select(SshAddress.ToHost), options.Hosts.Select(SshAddress.ToHost), options.Settings);
        return new HostCommands(pools, new SshShell(new SshArguments(options), context.Time), options.Parallel, context.Time);
    }
}
