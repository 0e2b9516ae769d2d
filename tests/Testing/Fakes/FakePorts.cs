using BlueGreenServerless.Documents;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Testing.Fakes;

/// <summary>The fakes of each target, by its name; hosts by the text of their binding's options.</summary>
public sealed class FakePorts(TimeProvider time) : IPorts
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, FakeRouter> routers = [];
    private readonly Dictionary<string, FakeHosts> hosts = [];
    private readonly Dictionary<string, FakeMetrics> metrics = [];
    private readonly Dictionary<string, FakeFleet> fleets = [];

    public FakeRouter RouterOf(string target) => Get(routers, target, () => new FakeRouter(time));

    public FakeHosts HostsOf(string target) => Get(hosts, target, () => new FakeHosts(time));

    public FakeMetrics MetricsOf(string target) => Get(metrics, target, () => new FakeMetrics(time));

    public FakeFleet FleetOf(string target) => Get(fleets, target, () => new FakeFleet(time));

    public ITrafficRouter Router(TargetState target) => RouterOf(target.Name);

    public IHostCommands Hosts(PortBinding binding) => HostsOf(binding.Options.GetProperty("target").GetString()!);

    public IFleet? Fleet(TargetState target) => target.Fleet is null ? null : FleetOf(target.Name);

    public IMetricSource Metrics(TargetState target) => MetricsOf(target.Name);

    private T Get<T>(Dictionary<string, T> all, string target, Func<T> make)
    {
        lock (gate)
        {
            return all.TryGetValue(target, out var known) ? known : all[target] = make();
        }
    }
}
