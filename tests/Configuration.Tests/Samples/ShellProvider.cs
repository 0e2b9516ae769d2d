using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Configuration.Tests.Samples;

public sealed class ShellProvider : IProvider
{
    public string Name => "shell";

    public string Summary => "Runs commands in tests.";

    public PortOffer<IHostCommands> Hosts { get; } = PortOffers.Offer<IHostCommands, ShellOptions>("Commands in directories.", Create);

    // what no annotation says, the provider refuses itself
    private static SampleHosts Create(ShellOptions options, PortContext context) =>
        options.Blue.Intersect(options.Green, StringComparer.Ordinal).FirstOrDefault() is { } both
            ? throw new InvalidRequestException($"the host '{both}' is blue and green — allowed: one colour each; remove it from one")
            : new SampleHosts(options);
}
