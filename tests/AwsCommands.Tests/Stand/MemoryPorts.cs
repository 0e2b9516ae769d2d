using BlueGreenServerless.Documents;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Testing.Fakes;

namespace BlueGreenServerless.AwsCommands.Tests.Stand;

/// <summary>Targets in memory, found by names that every app has for itself, whatever provider its file names.</summary>
internal sealed class MemoryPorts(FakePorts fakes) : IPorts
{
    public ITrafficRouter Router(TargetState target) => fakes.RouterOf(target.Name);

    /// <summary>The app stands in the tag of its hosts, <c>tag:shop=Blue</c>.</summary>
    public IHostCommands Hosts(PortBinding binding) => fakes.HostsOf(binding.Options.GetProperty("blue").GetString()!["tag:".Length..].Split('=')[0]);

    public IFleet? Fleet(TargetState target) => null;

    public IMetricSource Metrics(TargetState target) => fakes.MetricsOf(target.Name);
}
