using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Complete;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Functions.Tests.Complete;

public sealed class CompleteFunctionTests
{
    private readonly Stages stages = new();

    private CompleteFunction Complete => new(stages.Services);

    [Fact]
    public async Task A_complete_release_is_live_recorded_and_without_a_lock()
    {
        var ended = await Complete.RunAsync(await stages.RunningAsync(Stages.Shifted(stages.Document())), Stages.None);

        Assert.Equal((Outcome.Completed, stages.Now.AddHours(24), (LockGrant?)null), (ended.Outcome, ended.StandbyUntil, ended.Lock));
        Assert.Equal(Stages.Id, (await stages.Store.FindLiveAsync("shop", Stages.None))!.ReleaseId);
        Assert.NotNull((await stages.Store.FindAsync("shop", Stages.Id, Stages.None))!.EndedAt);
        Assert.Null(await stages.Store.FindLockAsync("shop", Stages.None));
    }

    [Theory]
    [InlineData("SetLive")]
    [InlineData("Save")]
    [InlineData("ReleaseLock")]
    [InlineData("ClearPendingApproval")]
    public async Task An_end_that_was_cut_after_its_effect_runs_again(string call)
    {
        var document = await stages.RunningAsync(Stages.Shifted(stages.Document()));
        stages.Store.Faults.FailNext(call, afterEffect: true);
        await Assert.ThrowsAsync<ProviderUnavailableException>(() => Complete.RunAsync(document, Stages.None));

        Assert.Equal(Outcome.Completed, (await Complete.RunAsync(document, Stages.None)).Outcome);
        Assert.Null(await stages.Store.FindLockAsync("shop", Stages.None));
    }

    [Fact]
    public async Task An_abandoned_release_says_why_in_plain_words()
    {
        var failure = new Failure("ArtifactRefusedException", """{"errorType":"ArtifactRefusedException","errorMessage":"It is missing."}""");
        var ended = await Complete.RunAsync(await stages.RunningAsync(stages.Document() with { Failure = failure }), Stages.None);

        Assert.Equal((Outcome.Abandoned, "It is missing."), (ended.Outcome, ended.Failure!.Cause));
        Assert.Null(await stages.Store.FindLiveAsync("shop", Stages.None));
    }

    [Fact]
    public async Task A_release_that_never_got_the_lock_leaves_the_other_one_alone()
    {
        await stages.RunningAsync(stages.Document("shop-1"));
        await Complete.RunAsync(stages.Document() with { Failure = new Failure(nameof(ReleaseLockedException), "held") }, Stages.None);

        Assert.Equal("shop-1", (await stages.Store.FindLockAsync("shop", Stages.None))!.Owner);
        Assert.Equal(Outcome.Abandoned, (await stages.Store.FindAsync("shop", Stages.Id, Stages.None))!.Outcome);
    }

    [Fact]
    public async Task A_lock_that_the_trigger_took_is_given_back()
    {
        await stages.Store.AcquireLockAsync("shop", Stages.Id, TimeSpan.FromHours(1), Stages.None);
        await Complete.RunAsync(stages.Document() with { Failure = new Failure("x", "y") }, Stages.None);

        Assert.Null(await stages.Store.FindLockAsync("shop", Stages.None));
    }

    [Fact]
    public async Task The_waiting_request_starts_when_the_lock_is_free()
    {
        var document = await stages.RunningAsync(Stages.Shifted(stages.Document()));
        await stages.Store.EnqueueAsync("shop", stages.Request("3"), Stages.None);

        await Complete.RunAsync(document, Stages.None);

        Assert.StartsWith("shop-3-", Assert.Single(stages.World.Executions.Started).Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rollback_out_of_standby_moves_the_live_pointer_back()
    {
        await Complete.RunAsync(await stages.RunningAsync(Stages.Shifted(stages.Document("shop-1", "1"))), Stages.None);
        stages.World.Time.Advance(TimeSpan.FromMinutes(1));
        var second = await Complete.RunAsync(await stages.RunningAsync(Stages.Shifted(stages.Document())), Stages.None);

        var back = await Complete.RunAsync(Restored(second, RestoreVerdict.Restored), Stages.None);

        Assert.Equal((Outcome.RolledBack, Reason.RequestedByOperator), (back.Outcome, back.Failure!.Error));
        Assert.Equal("shop-1", (await stages.Store.FindLiveAsync("shop", Stages.None))!.ReleaseId);
        Assert.Null(await stages.Store.FindLockAsync("shop", Stages.None));
    }

    [Fact]
    public async Task A_target_that_was_not_restored_is_a_failed_rollback_and_named()
    {
        var document = await stages.RunningAsync(Stages.Shifted(stages.Document()));

        var ended = await Complete.RunAsync(Restored(document, RestoreVerdict.Failed), Stages.None);

        Assert.Equal(Outcome.RollbackFailed, ended.Outcome);
        Assert.All(["'t1'", "no route"], part => Assert.Contains(part, ended.Failure!.Cause, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_several_targets_each_that_was_not_restored_is_named()
    {
        var document = Restored(await stages.RunningAsync(Stages.Shifted(stages.Document())), RestoreVerdict.Failed);
        var one = document.Targets[0];
        var three = document with { Targets = [one, one with { Name = "t2", Restore = one.Restore! with { Verdict = RestoreVerdict.Restored } }, one with { Name = "t3" }] };

        var ended = await Complete.RunAsync(three, Stages.None);

        Assert.StartsWith("The traffic of 2 target(s) could not be put back: 't1', 't3'. 't1': no route", ended.Failure!.Cause, StringComparison.Ordinal);
    }

    private Release Restored(Release document, RestoreVerdict verdict) => document with
    {
        Failure = new Failure(Reason.RequestedByOperator, "slow"),
        Decision = Decision.Rollback,
        Outcome = Outcome.Running,
        Targets = [.. document.Targets.Select(target => target with { Restore = new RestoreState(verdict, 1, stages.Now, "no route") })],
    };
}
