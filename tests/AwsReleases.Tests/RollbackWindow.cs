using BlueGreenServerless.AwsStand;
using BlueGreenServerless.AwsStand.Sites;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.AwsReleases.Tests;

/// <summary>The day after a release, in which the old version stays ready.</summary>
[Collection(nameof(Alone))]
public sealed class RollbackWindow(Account account)
{
    private readonly CloudAccount cloud = account.Cloud;

    [Fact]
    public async Task An_alarm_after_20_hours_takes_the_release_back_by_two_writes_at_most()
    {
        await using var app = await CloudApp.StartAsync(cloud, new AppPlan("site-window"));
        await app.PushAsync("2");
        var completed = await cloud.EndAsync(app.Name);
        Assert.Equal("Completed", completed.Outcome.ToString());
        var writes = app.Traffic.AllWrites;

        cloud.Clock.Leap(TimeSpan.FromHours(20));
        cloud.Aws.Alarms.Set(app.Alarm, "ALARM");
        await Eventually.HoldsAsync(async () => (await cloud.Store.FindAsync(app.Name, completed.Id, CancellationToken.None))!.Outcome != completed.Outcome);
        var record = await cloud.EndAsync(app.Name);
        var needed = app.Traffic.AllWrites - writes;

        Assert.InRange(needed, 1, 2);
        await RetiringFindsNothingToDoAsync(app);
        await Proof.RolledBackAsync(cloud, app, record, "AlarmFired");
        Assert.Equal(writes + needed, app.Traffic.AllWrites);
        Console.WriteLine($"[PRINT] alarm 20 h into the window: {needed} write(s) of the load balancer");
    }

    /// <summary>The window closes all the same; what was taken back is left alone.</summary>
    private async Task RetiringFindsNothingToDoAsync(CloudApp app)
    {
        cloud.Clock.Leap(TimeSpan.FromHours(5));
        await Eventually.HoldsAsync(async () => (await cloud.ExecutionsAsync(app.Name)).All(execution => execution.Status != ExecutionStatus.Running));
        Assert.Equal(ExecutionStatus.Succeeded, Assert.Single(await cloud.ExecutionsAsync(app.Name), execution => execution.Machine == "bluegreen-standby").Status);
    }
}
