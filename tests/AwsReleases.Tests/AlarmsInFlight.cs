using BlueGreenServerless.AwsStand;
using BlueGreenServerless.AwsStand.Sites;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.AwsReleases.Tests;

/// <summary>An alarm while the new version has a part of the traffic.</summary>
public sealed class AlarmsInFlight(Account account)
{
    private readonly CloudAccount cloud = account.Cloud;

    [Fact]
    public async Task Traffic_is_back_after_one_observe_interval_at_most_and_one_write()
    {
        await using var app = await CloudApp.StartAsync(cloud, new AppPlan("site-alarm") { Pause = "10m", Bake = "10m", Interval = "3s" });
        await app.PushAsync("2");
        await Eventually.HoldsAsync(() => app.Traffic.Now == (75, 25));
        var writes = app.Traffic.AllWrites;

        var fired = cloud.Clock.GetUtcNow();
        cloud.Aws.Alarms.Set(app.Alarm, "ALARM");
        var record = await cloud.EndAsync(app.Name);

        await Proof.RolledBackAsync(cloud, app, record, "AlarmFired");
        var back = Assert.Single(app.Traffic.Writes, write => write.At >= fired);
        Assert.Equal(((100, 0), writes + 1), ((back.Blue, back.Green), app.Traffic.AllWrites));
        Assert.InRange(await WaitsAsync(app, fired), 0, 1);
        Console.WriteLine($"[PRINT] alarm in flight: traffic back after {(back.At - fired).TotalSeconds:F1} s, with an observe interval of 3 s and one write");
    }

    /// <summary>How often the release went to wait after that time: the wait that was under way is not counted.</summary>
    private async Task<int> WaitsAsync(CloudApp app, DateTimeOffset after)
    {
        var release = Assert.Single(await cloud.ExecutionsAsync(app.Name), execution => execution.Machine == "bluegreen-release");
        Assert.Equal(ExecutionStatus.Failed, release.Status);
        return (await cloud.HistoryAsync(release)).Count(row => row.Type == "WaitStateEntered" && row.Timestamp > after);
    }
}
