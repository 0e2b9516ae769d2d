using BlueGreenServerless.AwsStand;
using BlueGreenServerless.AwsStand.Sites;
using BlueGreenServerless.Clouds.Aws.Faults;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.AwsReleases.Tests;

/// <summary>Somebody stops an execution in the middle of its ramp.</summary>
[Collection(nameof(Alone))]
public sealed class StoppedByHand(Account account)
{
    private readonly CloudAccount cloud = account.Cloud;

    [Fact]
    public async Task Traffic_is_put_back_and_the_lock_is_free()
    {
        await using var app = await CloudApp.StartAsync(cloud, new AppPlan("site-stopped") { Pause = "10m" });
        await app.PushAsync("2");
        await Eventually.HoldsAsync(() => app.Traffic.Now == (75, 25));

        await StopWithCommandAsync(app);
        await Eventually.HoldsAsync(() => app.Traffic.Now == (100, 0));
        cloud.Clock.Leap(TimeSpan.FromMinutes(1));
        var record = await cloud.EndAsync(app.Name);

        await Proof.RolledBackAsync(cloud, app, record, "Aborted");
        Assert.Equal([(75, 25), (100, 0)], app.Traffic.Writes.Select(write => (write.Blue, write.Green)).TakeLast(2));
    }

    /// <summary>In AWS a function goes on when its execution is stopped, also with a write that was on its way.</summary>
    [Fact]
    public async Task A_shift_that_comes_through_after_the_stop_is_put_back_too()
    {
        await using var app = await CloudApp.StartAsync(cloud, new AppPlan("site-late") { Pause = "10m" });
        var (shifting, goes) = (new TaskCompletionSource(), new TaskCompletionSource());
        cloud.Aws.Faults.Add(new Fault("elasticloadbalancing", "ModifyListener", FaultKind.Latency)
        {
            Containing = "member.2.Weight=25", Begins = shifting.SetResult, Until = goes.Task,
        });
        await app.PushAsync("2");
        await shifting.Task;

        await cloud.StopAsync(await RunningAsync(app), "by hand");
        await RollbackWatchesAsync(app);
        goes.SetResult();
        await Eventually.HoldsAsync(() => app.Traffic.Writes.Any(write => write.Green == 25) && app.Traffic.Now == (100, 0));
        cloud.Clock.Leap(TimeSpan.FromMinutes(1));
        var record = await cloud.EndAsync(app.Name);

        await Proof.RolledBackAsync(cloud, app, record, "Aborted");
        Assert.Equal([(75, 25), (100, 0)], app.Traffic.Writes.Select(write => (write.Blue, write.Green)).TakeLast(2));
    }

    private async Task<Execution> RunningAsync(CloudApp app) =>
        Assert.Single(await cloud.ExecutionsAsync(app.Name), execution => execution.Status == ExecutionStatus.Running);

    private async Task StopWithCommandAsync(CloudApp app)
    {
        var arn = $"{cloud.MachineArn("release").Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:{(await RunningAsync(app)).Name}";
        await new StrangerCommand(cloud).RunAsync("stepfunctions", "stop-execution", "--execution-arn", arn, "--cause", "by hand");
    }

    private Task RollbackWatchesAsync(CloudApp app) => Eventually.HoldsAsync(async () =>
        (await cloud.ExecutionsAsync(app.Name)).Any(execution => execution.Machine == "bluegreen-rollback" && execution.CurrentStates.Contains("WaitBeforeNextTry", StringComparer.Ordinal)));
}
