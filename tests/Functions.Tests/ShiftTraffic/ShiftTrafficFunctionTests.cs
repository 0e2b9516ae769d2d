using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.ShiftTraffic;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Functions.Tests.ShiftTraffic;

public sealed class ShiftTrafficFunctionTests
{
    private readonly Stages stages = new();

    [Fact]
    public async Task The_traffic_moves_by_one_write_and_is_read_back()
    {
        var output = await ShiftAsync(stages.Shifting(5));

        Assert.Equal((ShiftVerdict.Shifted, new TrafficSplit(95, 5)), (output.Target.Shift!.Verdict, output.Target.Split));
        Assert.Equal([new TrafficSplit(95, 5)], stages.Router.Writes);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_shift_that_was_cut_runs_again_without_a_second_write(bool afterEffect)
    {
        stages.Router.Faults.FailNext("Shift", afterEffect: afterEffect);
        await Assert.ThrowsAsync<ProviderUnavailableException>(() => ShiftAsync(stages.Shifting(5)));

        var output = await ShiftAsync(stages.Shifting(5));

        Assert.Equal(ShiftVerdict.Shifted, output.Target.Shift!.Verdict);
        Assert.Single(stages.Router.Writes);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(0, 0)]
    public async Task A_colour_that_is_not_healthy_gets_nothing(int healthy, int total)
    {
        stages.Router.SetHealth(Color.Green, healthy, total);

        var output = await ShiftAsync(stages.Shifting(5));

        Assert.Equal((ShiftVerdict.Failed, Reason.HealthLost), (output.Target.Shift!.Verdict, output.Target.Failure!.Error));
        Assert.Empty(stages.Router.Writes);
    }

    [Fact]
    public async Task A_colour_that_was_never_seen_healthy_gets_nothing()
    {
        var input = stages.Shifting(5);

        var output = await ShiftAsync(input.With(input.Target with { SeenHealthy = false }));

        Assert.Equal(Reason.HealthLost, output.Target.Failure!.Error);
        Assert.Empty(stages.Router.Writes);
    }

    [Fact]
    public async Task Traffic_that_somebody_else_moved_is_left_alone()
    {
        stages.Router.Split = new TrafficSplit(50, 50);

        Assert.Equal(Reason.TrafficChangedByOthers, (await ShiftAsync(stages.Shifting(5))).Target.Failure!.Error);
        Assert.Empty(stages.Router.Writes);
    }

    [Fact]
    public async Task A_target_that_failed_is_not_shifted()
    {
        var input = stages.Shifting(5);
        input = input.With(input.Target with { Failure = new Failure(Reason.HealthLost, "") });

        Assert.Same(input, await ShiftAsync(input));
    }

    private Task<TargetRelease> ShiftAsync(TargetRelease input) => new ShiftTrafficFunction(stages.Services).RunAsync(input, Stages.None);
}
