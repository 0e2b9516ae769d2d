using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Inspect;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Testing.Fakes;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Functions.Tests.Inspect;

public sealed class InspectFunctionTests
{
    [Fact]
    public async Task The_colour_without_traffic_is_idle_and_the_snapshot_is_taken()
    {
        var stages = new Stages();
        stages.Router.Split = TrafficSplit.All(Color.Green);

        var target = (await InspectAsync(stages)).Target;

        Assert.Equal((Color.Green, Color.Blue), (target.Live, target.Idle()));
        Assert.Equal(100, target.Snapshot!.Value.GetProperty("green").GetInt32());
        Assert.Empty(stages.Router.Writes);
    }

    [Fact]
    public async Task Divided_traffic_is_refused_with_the_split()
    {
        var stages = new Stages();
        stages.Router.Split = new TrafficSplit(75, 25);

        var refusal = await Assert.ThrowsAsync<TrafficMixedException>(() => InspectAsync(stages));
        Assert.Contains("blue 75 % / green 25 %", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ramp_needs_weights_and_all_at_once_does_not()
    {
        var stages = new Stages();
        stages.Router.Abilities = new RouterAbilities(false, true, "all at once");
        var refusal = await Assert.ThrowsAsync<NotSupportedByTargetException>(() => InspectAsync(stages));
        Assert.Contains("all at once", refusal.Message, StringComparison.Ordinal);

        var whole = With(plan => plan with { Strategy = new StrategyPlan { Kind = StrategyKind.AllAtOnce } });
        whole.Router.Abilities = new RouterAbilities(false, true, "all at once");
        await InspectAsync(whole);
    }

    [Fact]
    public async Task Smoke_tests_need_a_preview()
    {
        var stages = With(plan => plan with { Smoke = [new SmokeCheck { Path = "/" }] });
        stages.Router.Abilities = new RouterAbilities(true, false, "weights");

        await Assert.ThrowsAsync<NotSupportedByTargetException>(() => InspectAsync(stages));
    }

    [Fact]
    public async Task Alarms_must_exist_and_be_quiet()
    {
        var stages = With(plan => plan with { Observe = new ObservePlan { Alarms = ["shop-5xx"] } });
        await Assert.ThrowsAsync<InvalidRequestException>(() => InspectAsync(stages));

        stages.Metrics.Alarms["shop-5xx"] = new AlarmReading("shop-5xx", true, true, "too many");
        await Assert.ThrowsAsync<ProviderRefusedException>(() => InspectAsync(stages));

        stages.Metrics.Alarms["shop-5xx"] = new AlarmReading("shop-5xx", true, false, null);
        await InspectAsync(stages);
    }

    [Fact]
    public async Task An_idle_colour_without_hosts_is_refused_unless_a_fleet_makes_them()
    {
        var stages = new Stages();
        stages.Hosts.Counts[Color.Green] = 0;
        await Assert.ThrowsAsync<InvalidRequestException>(() => InspectAsync(stages));

        var fleet = new Stages { Configuration = FakeWorld.Configuration(fleet: true) };
        fleet.Hosts.Counts[Color.Green] = 0;
        await InspectAsync(fleet);
    }

    private static Stages With(Func<ReleaseConfiguration, ReleaseConfiguration> change) => new() { Configuration = change(FakeWorld.Configuration()) };

    private static Task<Documents.TargetRelease> InspectAsync(Stages stages) =>
        new InspectFunction(stages.Services).RunAsync(stages.Branch(target => target with { Live = null, Snapshot = null, Split = null }), Stages.None);
}
