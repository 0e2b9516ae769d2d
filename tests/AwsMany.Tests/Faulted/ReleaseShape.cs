using BlueGreenServerless.Plans;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.VirtualCloud.Machine;

namespace BlueGreenServerless.AwsMany.Tests.Faulted;

/// <summary>What is released how.</summary>
internal sealed record ReleaseShape(PlaceShape Place, StrategyKind Kind, bool Smoke, bool Alarm)
{
    public static ReleaseShape Draw(Random random) => new(
        new PlaceShape { WithRule = random.Next(2) == 0, Attached = random.Next(2) == 0, Hosts = random.Next(1, 5), Install = TimeSpan.FromSeconds(random.Next(1, 40)) },
        random.Next(3) switch { 0 => StrategyKind.AllAtOnce, 1 => StrategyKind.Linear, _ => StrategyKind.Canary },
        random.Next(2) == 0,
        random.Next(2) == 0);

    public ReleaseConfiguration Configuration(Place place) => new()
    {
        App = "shop",
        Strategy = new StrategyPlan
        {
            Kind = Kind, Steps = [10, 100], Step = 50, Pause = TimeSpan.FromMinutes(2), Bake = TimeSpan.FromMinutes(3), RollbackWindow = TimeSpan.FromHours(1),
        },
        Health = new HealthPlan { Timeout = TimeSpan.FromMinutes(3) },
        Smoke = Smoke ? [new SmokeCheck { Path = "/" }] : [],
        Observe = new ObservePlan { Interval = TimeSpan.FromSeconds(30), Alarms = Alarm ? ["shop-5xx"] : [] },
        Install = new InstallPlan { Directory = "/srv/shop" },
        Deadlines = new DeadlinesPlan { Deploy = TimeSpan.FromMinutes(5), Prepare = TimeSpan.FromMinutes(5) },
        Targets = [place.Plan()],
    };
}
