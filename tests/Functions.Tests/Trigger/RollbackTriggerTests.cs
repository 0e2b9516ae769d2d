using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Complete;
using BlueGreenServerless.Functions.Trigger;
using BlueGreenServerless.Records;
using BlueGreenServerless.Serialization;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Functions.Tests.Trigger;

public sealed class RollbackTriggerTests
{
    private readonly Stages stages = new();

    [Fact]
    public async Task A_live_release_inside_its_window_is_rolled_back()
    {
        await CompletedAsync();

        var result = await RollbackAsync();

        var started = Assert.Single(stages.World.Executions.Started);
        Assert.Equal((TriggerStatus.Started, "rollback", Stages.Id), (result.Status, started.Machine, started.Name));
        var document = ReleaseJson.FromElement<Release>(started.Input);
        Assert.Equal((Reason.RequestedByOperator, Outcome.Running), (document.Failure!.Error, document.Outcome));
        Assert.All(document.Targets, target => Assert.Null(target.Restore));
    }

    [Fact]
    public async Task A_closed_window_refuses()
    {
        await CompletedAsync();
        stages.World.Time.Advance(TimeSpan.FromHours(24));

        var refusal = await Assert.ThrowsAsync<RollbackRefusedException>(() => RollbackAsync());
        Assert.Contains("closed", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_release_that_used_the_other_colour_refuses()
    {
        await CompletedAsync();
        stages.World.Time.Advance(TimeSpan.FromMinutes(1));
        var newer = stages.Document("shop-3", "3") with { Outcome = Outcome.Abandoned };
        newer = newer with { Progress = newer.Progress with { Phase = Phase.Prepare } };
        await stages.Store.SaveAsync(ReleaseRecord.Of(newer, stages.Now), null, Stages.None);

        await Assert.ThrowsAsync<RollbackRefusedException>(() => RollbackAsync());
    }

    [Fact]
    public async Task A_newer_release_that_was_refused_at_the_start_does_not_matter()
    {
        await CompletedAsync();
        stages.World.Time.Advance(TimeSpan.FromMinutes(1));
        await stages.Store.SaveAsync(ReleaseRecord.Of(stages.Document("shop-3", "3") with { Outcome = Outcome.Abandoned }, stages.Now), null, Stages.None);

        Assert.Equal(TriggerStatus.Started, (await RollbackAsync()).Status);
    }

    [Theory]
    [InlineData(false, SignalKind.Abort)]
    [InlineData(true, SignalKind.Alarm)]
    public async Task A_running_release_is_told_and_its_approval_answered(bool alarm, SignalKind kind)
    {
        await stages.RunningAsync();
        await stages.Store.SetPendingApprovalAsync(new PendingApproval("shop", Stages.Id, "token", stages.Now, stages.Now), Stages.None);
        stages.World.Executions.Waiting.Add("token");

        var result = await new TriggerFunction(stages.Services).RollbackAsync(new RollbackRequest("shop", "ann", "bad", Alarm: alarm), Stages.None);

        Assert.Equal(TriggerStatus.Signalled, result.Status);
        Assert.Equal(kind, Assert.Single(await stages.Store.SignalsAsync("shop", Stages.Id, Stages.None)).Kind);
        Assert.False(ReleaseJson.FromElement<Approval>(stages.World.Executions.Answered["token"]).Approved);
    }

    [Fact]
    public async Task A_release_whose_host_is_gone_is_rolled_back_when_its_lease_is_over()
    {
        await stages.RunningAsync(Stages.Shifted(stages.Document()));
        stages.World.Time.Advance(TimeSpan.FromHours(2));

        Assert.Equal(TriggerStatus.Started, (await RollbackAsync()).Status);
    }

    [Fact]
    public async Task A_second_rollback_of_the_same_release_gets_a_name_of_its_own()
    {
        await CompletedAsync();
        await RollbackAsync();
        stages.World.Executions.Closed.Add(("rollback", Stages.Id));

        Assert.Equal($"{Stages.Id}-2", (await RollbackAsync()).Execution);
    }

    [Fact]
    public async Task Nothing_known_is_not_found() => await Assert.ThrowsAsync<ReleaseNotFoundException>(() => RollbackAsync());

    private async Task CompletedAsync() =>
        await new CompleteFunction(stages.Services).RunAsync(await stages.RunningAsync(Stages.Shifted(stages.Document())), Stages.None);

    private Task<TriggerResult> RollbackAsync() =>
        new TriggerFunction(stages.Services).RollbackAsync(new RollbackRequest("shop", "ann", "it is slow"), Stages.None);
}
