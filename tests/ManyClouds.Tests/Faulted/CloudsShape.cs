using BlueGreenServerless.Plans;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.VirtualCloud.Machine;

namespace BlueGreenServerless.ManyClouds.Tests.Faulted;

/// <summary>How the clouds are, and what is released how.</summary>
/// <param name="InOneService">Of the three targets at OVH, those in one IP Load Balancing service; the others are listeners of one Public Cloud Load Balancer.</param>
/// <param name="OnOneMachine">All functions in one process, which has a directory and ends with its engine; else each call of a function has a process of its own, without a directory, as Lambda gives it.</param>
/// <param name="OvhTakes">A refresh.</param>
internal sealed record CloudsShape(
    PlaceShape Place, int InOneService, bool OnOneMachine, TimeSpan OvhTakes, bool PendingCountsWrites, TimeSpan DigitalOceanBusy, bool Smoke)
{
    public static CloudsShape Draw(Random random) => new(
        new PlaceShape { WithRule = random.Next(2) == 0, Attached = random.Next(2) == 0, Hosts = random.Next(1, 3), Install = TimeSpan.FromSeconds(random.Next(1, 30)) },
        random.Next(2, 4), random.Next(2) == 0, TimeSpan.FromSeconds(random.Next(1, 12)), random.Next(2) == 0, TimeSpan.FromSeconds(random.Next(0, 20)), random.Next(2) == 0);

    /// <param name="rollback">How long the traffic is tried to be put back.</param>
    public ReleaseConfiguration Configuration(FourClouds clouds, TimeSpan rollback) => new()
    {
        App = "shop",
        Strategy = new StrategyPlan { Kind = StrategyKind.AllAtOnce, Bake = TimeSpan.FromMinutes(2), RollbackWindow = TimeSpan.FromHours(1) },
        Health = new HealthPlan { HealthyChecks = 1, Timeout = TimeSpan.FromMinutes(3) },
        Smoke = Smoke ? [new SmokeCheck { Path = "/" }] : [],
        Observe = new ObservePlan { Interval = TimeSpan.FromSeconds(40), Probe = "/health", MinRequests = 1, NoDataDeadline = TimeSpan.FromMinutes(3) },
        Install = new InstallPlan { Directory = "/srv/shop" },
        Deadlines = new DeadlinesPlan { Deploy = TimeSpan.FromMinutes(5), Prepare = TimeSpan.FromMinutes(5), Rollback = rollback },
        Targets = [.. clouds.Fronts.Select(front => front.Plan())],
    };
}
