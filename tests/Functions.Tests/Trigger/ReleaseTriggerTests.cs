using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Trigger;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Records;
using BlueGreenServerless.Rules;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Functions.Tests.Trigger;

public sealed class ReleaseTriggerTests
{
    private readonly Stages stages = new();

    private TriggerFunction Trigger => new(stages.Services);

    [Fact]
    public async Task A_request_starts_one_release()
    {
        var result = await Trigger.ReleaseAsync(stages.Request(), Stages.None);

        var started = Assert.Single(stages.World.Executions.Started);
        Assert.Equal((TriggerStatus.Started, result.ReleaseId), (result.Status, started.Name));
        Assert.Equal("release", started.Machine);
    }

    [Fact]
    public async Task A_thousand_duplicates_start_one_release()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Task.Run(() => Trigger.ReleaseAsync(stages.Request(), Stages.None))));

        Assert.Single(stages.World.Executions.Started);
        Assert.Single(results, result => result.Status == TriggerStatus.Started);
        Assert.Equal(999, results.Count(result => result.Status == TriggerStatus.Running));
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("$(reboot)")]
    public async Task An_unusable_version_is_refused_and_nothing_is_locked(string version)
    {
        await Assert.ThrowsAsync<InvalidRequestException>(() => Trigger.ReleaseAsync(stages.Request(version), Stages.None));

        Assert.Null(await stages.Store.FindLockAsync("shop", Stages.None));
    }

    [Fact]
    public async Task A_frozen_app_is_refused()
    {
        await stages.Store.SetFreezeAsync("shop", new Freeze("ann", "fair", stages.Now), Stages.None);

        var refusal = await Assert.ThrowsAsync<ReleaseFrozenException>(() => Trigger.ReleaseAsync(stages.Request(), Stages.None));
        Assert.Contains("fair", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_busy_app_queues_the_newest()
    {
        await stages.RunningAsync(stages.Document("shop-1", "1"));

        Assert.Equal(TriggerStatus.Queued, (await Trigger.ReleaseAsync(stages.Request("2"), Stages.None)).Status);
        Assert.Equal("2", (await Trigger.ReleaseAsync(stages.Request("3"), Stages.None)).Replaced);
        var waiting = await stages.Store.DequeueAsync("shop", Stages.None);
        Assert.Equal(("3", stages.Now), (waiting!.Artifact.Version, waiting.WaitsSince));
        Assert.Empty(stages.World.Executions.Started);
    }

    [Fact]
    public async Task A_busy_app_refuses_where_the_plan_says_so()
    {
        await stages.RunningAsync(stages.Document("shop-1", "1"));

        await Assert.ThrowsAsync<ReleaseLockedException>(() => Trigger.ReleaseAsync(stages.Request(whenBusy: WhenBusy.Refuse), Stages.None));
    }

    [Fact]
    public async Task A_release_that_ended_is_not_started_again_but_its_next_attempt_is()
    {
        var id = ReleaseName.Of("shop", Stages.Artifact, 1);
        var ended = stages.Document(id) with { Outcome = Outcome.Abandoned };
        await stages.Store.SaveAsync(ReleaseRecord.Of(ended, stages.Now), null, Stages.None);

        var again = await Trigger.ReleaseAsync(stages.Request(), Stages.None);
        Assert.Equal((TriggerStatus.AlreadyReleased, Outcome.Abandoned), (again.Status, again.Outcome));
        Assert.Equal(TriggerStatus.Started, (await Trigger.ReleaseAsync(stages.Request(attempt: 2), Stages.None)).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_start_that_was_cut_can_be_repeated(bool afterEffect)
    {
        stages.World.Executions.Faults.FailNext("Start", afterEffect: afterEffect);
        await Assert.ThrowsAsync<ProviderUnavailableException>(() => Trigger.ReleaseAsync(stages.Request(), Stages.None));

        var result = await Trigger.ReleaseAsync(stages.Request(), Stages.None);

        Assert.Equal(afterEffect ? TriggerStatus.Running : TriggerStatus.Started, result.Status);
        Assert.Single(stages.World.Executions.Started);
    }

    [Fact]
    public async Task A_waiting_request_is_not_lost_when_it_cannot_be_started()
    {
        await stages.Store.EnqueueAsync("shop", stages.Request(), Stages.None);
        stages.World.Executions.Faults.FailNext("Start");

        await Assert.ThrowsAsync<ProviderUnavailableException>(() => Trigger.StartQueuedAsync("shop", Stages.None));
        Assert.Equal(TriggerStatus.Started, (await Trigger.StartQueuedAsync("shop", Stages.None))!.Status);
    }

    [Fact]
    public async Task Both_or_none_of_release_and_rollback_is_refused() =>
        await Assert.ThrowsAsync<InvalidRequestException>(() => Trigger.RunAsync(new TriggerRequest(), Stages.None));
}
