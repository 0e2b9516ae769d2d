using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Configuration.Tests.Samples;

public sealed class ShellProvider : IProvider
{
    public string Name => "shell";

    public string Summary => "Runs commands in tests.";

    public PortOffer<IHostCommands> Hosts { get; } = PortOffers.Offer<IHostCommands, ShellOptions>("Commands in directories.", (options, _) => new SampleHosts(options));
}
