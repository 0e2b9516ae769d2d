using BlueGreenServerless.Plans;
using BlueGreenServerless.Serialization;
using BlueGreenServerless.Testing.Time;

namespace BlueGreenServerless.Testing.Fakes;

/// <summary>All fakes on one clock.</summary>
public sealed class FakeWorld
{
    public FakeWorld()
    {
        Ports = new FakePorts(Time);
        Store = new MemoryReleaseStore(Time);
        Artifacts = new FakeArtifacts(Time);
        Executions = new FakeExecutions(Time);
    }

    public VirtualTime Time { get; } = new();

    public FakePorts Ports { get; }

    public MemoryReleaseStore Store { get; }

    public FakeArtifacts Artifacts { get; }

    public FakeExecutions Executions { get; }

    public FakeProbe Probe { get; } = new();

    /// <summary>A binding by which <see cref="FakePorts"/> finds the fakes of a target.</summary>
    public static PortBinding Binding(string target) => new("fake", ReleaseJson.ToElement(new { target }));

    public static TargetPlan Target(string name, bool fleet = false) => new()
    {
        Name = name, Router = Binding(name), Hosts = Binding(name), Fleet = fleet ? Binding(name) : null,
    };

    /// <summary>A configuration with targets t1, t2 and so on.</summary>
    public static ReleaseConfiguration Configuration(int targets = 1, bool fleet = false) => new()
    {
        App = "shop",
        Install = new InstallPlan { Directory = "/srv/shop" },
        Targets = [.. Enumerable.Range(1, targets).Select(number => Target($"t{number}", fleet))],
    };
}
