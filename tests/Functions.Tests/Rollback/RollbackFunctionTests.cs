using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Rollback;
using BlueGreenServerless.Records;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Functions.Tests.Rollback;

public sealed class RollbackFunctionTests
{
    private readonly Stages stages = new();

    public RollbackFunctionTests()
    {
        stages.Router.Split = new TrafficSplit(50, 50);
        stages.Router.Rules = "as a shift leaves them";
    }

    [Fact]
    public async Task The_snapshot_is_restored_by_one_write()
    {
        var output = await RollbackAsync(stages.Shifting(50));

        Assert.Equal(new RestoreState(RestoreVerdict.Restored, 1, stages.Now, null), output.Target.Restore);
        Assert.Equal((TrafficSplit.All(Color.Blue), "as the operator wrote them"), (stages.Router.Split, stages.Router.Rules));
        Assert.Single(stages.Router.Writes);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_restore_that_was_cut_is_tried_again(bool afterEffect)
    {
        stages.Router.Faults.FailNext("Restore", afterEffect: afterEffect);
        var output = await RollbackAsync(stages.Shifting(50));
        Assert.Equal((RestoreVerdict.Retrying, 1), (output.Target.Restore!.Verdict, output.Target.WaitSeconds));

        output = await RollbackAsync(output);
        Assert.Equal((RestoreVerdict.Restored, 2), (output.Target.Restore!.Verdict, output.Target.Restore.Attempts));
        Assert.Single(stages.Router.Writes);
    }

    [Fact]
    public async Task Traffic_that_is_read_back_otherwise_is_not_taken_for_put_back()
    {
        stages.Router.WrittenOver = new TrafficSplit(75, 25);
        var output = await RollbackAsync(stages.Shifting(50));
        Assert.Equal(RestoreVerdict.Retrying, output.Target.Restore!.Verdict);
        Assert.Equal("It should be 'blue 100 % / green 0 %' and was read back as 'blue 75 % / green 25 %'.", output.Target.Restore.LastError);

        output = await RollbackAsync(output);
        Assert.Equal((RestoreVerdict.Restored, TrafficSplit.All(Color.Blue)), (output.Target.Restore!.Verdict, stages.Router.Split));
    }

    [Fact]
    public async Task What_a_function_of_a_cut_execution_still_writes_is_put_back_too()
    {
        var input = stages.Shifting(50);
        input = input with { Progress = input.Progress with { QuietFrom = stages.Now.AddSeconds(60) } };
        var output = await RollbackAsync(input);
        Assert.Equal((RestoreVerdict.Watching, TrafficSplit.All(Color.Blue)), (output.Target.Restore!.Verdict, output.Target.Split));

        stages.World.Time.Advance(TimeSpan.FromSeconds(30));
        stages.Router.Split = new TrafficSplit(75, 25);
        output = await RollbackAsync(output);
        Assert.Equal((RestoreVerdict.Watching, TrafficSplit.All(Color.Blue)), (output.Target.Restore!.Verdict, stages.Router.Split));

        stages.World.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(RestoreVerdict.Restored, (await RollbackAsync(output)).Target.Restore!.Verdict);
        Assert.Equal(2, stages.Router.Writes.Count);
    }

    [Fact]
    public async Task Traffic_that_never_moved_is_not_written()
    {
        stages.Router.Split = TrafficSplit.All(Color.Blue);
        stages.Router.Rules = "as the operator wrote them";

        Assert.Equal(RestoreVerdict.Restored, (await RollbackAsync(stages.Shifting(5))).Target.Restore!.Verdict);
        Assert.Empty(stages.Router.Writes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Traffic_that_cannot_be_read_is_put_back_all_the_same(int times)
    {
        stages.Router.Faults.FailNext("Describe", times, () => new ProviderRefusedException("The load balancers disagree."));

        Assert.Equal(RestoreVerdict.Restored, (await RollbackAsync(stages.Shifting(50))).Target.Restore!.Verdict);
        Assert.Equal(TrafficSplit.All(Color.Blue), stages.Router.Split);
    }

    [Fact]
    public async Task Before_any_shift_the_load_balancer_is_not_asked()
    {
        Assert.Equal(RestoreVerdict.Restored, (await RollbackAsync(stages.Branch())).Target.Restore!.Verdict);
        Assert.Empty(stages.Router.Faults.Calls);
    }

    [Fact]
    public async Task The_deadline_ends_the_tries()
    {
        stages.Router.Faults.FailNext("Restore", times: 2);
        var output = await RollbackAsync(stages.Shifting(50));
        stages.World.Time.Advance(TimeSpan.FromHours(1));

        output = await RollbackAsync(output);

        Assert.Equal((RestoreVerdict.Failed, Reason.RestoreDeadlineExceeded), (output.Target.Restore!.Verdict, output.Target.Failure!.Error));
    }

    [Fact]
    public async Task Another_release_that_runs_refuses()
    {
        await stages.RunningAsync(stages.Document("shop-3"));

        await Assert.ThrowsAsync<RollbackRefusedException>(() => RollbackAsync(stages.Shifting(50)));
        Assert.Empty(stages.Router.Writes);
    }

    [Fact]
    public async Task A_newer_release_that_used_the_other_colour_refuses()
    {
        var input = stages.Shifting(50);
        stages.World.Time.Advance(TimeSpan.FromMinutes(1));
        await stages.Store.SaveAsync(ReleaseRecord.Of(Stages.Shifted(stages.Document("shop-3")), stages.Now), null, Stages.None);

        await Assert.ThrowsAsync<RollbackRefusedException>(() => RollbackAsync(input));
    }

    [Fact]
    public async Task An_old_colour_that_is_not_well_gets_its_traffic_back_and_it_is_said()
    {
        stages.Router.SetHealth(Color.Blue, 1);

        var output = await RollbackAsync(stages.Shifting(50));

        Assert.Equal(RestoreVerdict.Restored, output.Target.Restore!.Verdict);
        Assert.Contains("'1' of 2", output.Target.Restore.LastError, StringComparison.Ordinal);
    }

    private Task<TargetRelease> RollbackAsync(TargetRelease input) => new RollbackFunction(stages.Services).RunAsync(input, Stages.None);
}
