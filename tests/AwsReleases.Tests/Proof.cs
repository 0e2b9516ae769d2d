using BlueGreenServerless.AwsStand;
using BlueGreenServerless.AwsStand.Sites;
using BlueGreenServerless.Load;
using BlueGreenServerless.Records;

namespace BlueGreenServerless.AwsReleases.Tests;

/// <summary>What holds after every release, however it ended.</summary>
internal static class Proof
{
    private const int FewLooks = 20;

    /// <summary>No request was lost, the traffic was never wrong, the lock is free, no event was left over, no right was missing.</summary>
    public static async Task<LoadReport> HoldsAsync(CloudAccount cloud, CloudApp app)
    {
        var report = await app.UsersAsync();
        Assert.True(report.Lost == 0, $"{report.Lost} of {report.Requests} requests were lost: {string.Join("; ", report.LostWhy)}");
        Assert.Equal(0, report.ErrorsOfNobody);
        Assert.Empty(app.Traffic.Findings);
        Assert.True(app.Traffic.Looks >= FewLooks, $"The traffic was looked at only {app.Traffic.Looks} times.");
        Assert.Null(await cloud.Store.FindLockAsync(app.Name, CancellationToken.None));
        Assert.Empty(cloud.Rules.DeadLetters.Where(letter => letter.Happened.ToJsonString().Contains(app.Name, StringComparison.Ordinal)).Select(letter => $"{letter.Function}: {letter.Failure.Message}"));
        Assert.Empty(cloud.Rights.Missing);
        Assert.True(cloud.Rights.Seen > 0, "No call of a function was compared with its rights.");
        return report;
    }

    /// <summary>The same, and the version is live.</summary>
    public static async Task<LoadReport> CompletedAsync(CloudAccount cloud, CloudApp app, ReleaseRecord record, string version)
    {
        Assert.True(record.Outcome == Verdicts.Outcome.Completed, $"{record.Outcome}: {record.Failure}");
        var report = await HoldsAsync(cloud, app);
        Assert.Equal((0, 100), app.Traffic.Now);
        Assert.Equal([(75, 25), (0, 100)], app.Traffic.Writes.Select(write => (write.Blue, write.Green)).Where(write => write != (100, 0)));
        Assert.Equal(version, (await cloud.Store.FindLiveAsync(app.Name, CancellationToken.None))!.Version);
        Assert.True(report.Of(version) is { Count: > 0, Errors: 0 }, $"Version {version} gave {report.Of(version)}.");
        Console.WriteLine($"[PRINT] {app.Name}: {report.Requests} requests, {report.Lost} lost, {app.Traffic.Writes.Count} writes of the production listener");
        return report;
    }

    /// <summary>The same, and the traffic is as it was.</summary>
    public static async Task<LoadReport> RolledBackAsync(CloudAccount cloud, CloudApp app, ReleaseRecord record, string reason)
    {
        Assert.True(record.Outcome == Verdicts.Outcome.RolledBack && record.Failure?.Error == reason, $"{record.Outcome}: {record.Failure}");
        var report = await HoldsAsync(cloud, app);
        Assert.Equal((100, 0), app.Traffic.Now);
        return report;
    }
}
