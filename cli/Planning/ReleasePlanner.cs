using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Cli.Planning;

/// <summary>Reads the real traffic, with the calls that change nothing, and works out what a release would do with it.</summary>
internal sealed class ReleasePlanner(IPorts ports)
{
    private readonly List<string> _obstacles = [];

    public async Task<PlannedRelease> PlanAsync(ReleaseConfiguration configuration, Artifact? artifact, CancellationToken cancellationToken)
    {
        var targets = new List<PlannedTarget>();
        foreach (var target in configuration.Targets)
        {
            targets.Add(await TargetAsync(configuration, target, cancellationToken));
        }

        var shifts = Shifts(configuration.Strategy);
        return new PlannedRelease(
            configuration.App, artifact, targets, shifts, configuration.Approval.Required, configuration.Install, configuration.Smoke,
            configuration.Strategy.Bake, configuration.Strategy.RollbackWindow, targets.Count * shifts.Count, _obstacles);
    }

    private static List<PlannedShift> Shifts(StrategyPlan strategy) =>
        [.. strategy.ToRamp().Steps.Select((percent, step) => new PlannedShift(percent, strategy.Pause * step))];

    private async Task<PlannedTarget> TargetAsync(ReleaseConfiguration configuration, TargetPlan plan, CancellationToken cancellationToken)
    {
        var target = new TargetState
        {
            Name = plan.Name, Router = plan.Router, Hosts = plan.Hosts, Fleet = plan.Fleet, Metrics = plan.Metrics ?? plan.Router,
        };
        var router = ports.Router(target);
        var traffic = await OrObstacleAsync(plan.Name, () => router.DescribeAsync(cancellationToken));
        var idle = traffic?.Split.Whole()?.Other();
        Check(configuration, plan.Name, router.Abilities, traffic);
        var hosts = await OrObstacleAsync(plan.Name, async () => (int?)await ports.Hosts(plan.Hosts).CountAsync(idle ?? Color.Green, cancellationToken));
        return new PlannedTarget(
            plan.Name, plan.Router.Provider, plan.Hosts.Provider, plan.Fleet?.Provider, target.Metrics.Provider,
            traffic?.Split, idle, traffic?.Snapshot, hosts, router.Abilities.Says);
    }

    private void Check(ReleaseConfiguration configuration, string target, RouterAbilities abilities, TrafficState? traffic)
    {
        if (traffic is not null && traffic.Split.Whole() is null)
        {
            _obstacles.Add($"{target}: the traffic is divided ({traffic.Split}), so there is no idle colour. Move it to one colour first.");
        }

        if (!abilities.Weights && configuration.Strategy.ToRamp().Steps.Count > 1)
        {
            _obstacles.Add($"{target}: it cannot divide traffic, but the strategy asks for '{configuration.Strategy.Kind}'. {abilities.Says} Use 'all-at-once'.");
        }
    }

    private async Task<T?> OrObstacleAsync<T>(string target, Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (ReleaseException failure)
        {
            _obstacles.Add($"{target}: {failure.Message}");
            return default;
        }
    }
}
