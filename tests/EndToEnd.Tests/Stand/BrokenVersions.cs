using BlueGreenServerless.Testing.Cli;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Sites;

namespace BlueGreenServerless.EndToEnd.Tests.Stand;

/// <summary>Each way in which version 3 of the shop can be broken: the release ends with code 2, says why, and users are back on version 1.</summary>
public sealed class BrokenVersions
{
    private const string LatencyMatters = "maxSlowdown: 2";

    [Theory]
    [InlineData("health", "HealthDeadlineExceeded", "503")]
    [InlineData("smoke", "SmokeTestFailed", "v3")]
    [InlineData("hang", "DeployDeadlineExceeded", "deadlines.deploy")]
    [InlineData("hook", "DeployFailed", "exit")]
    public async Task A_version_that_never_gets_ready_is_abandoned_and_users_see_nothing_of_it(string fault, string reason, string evidence)
    {
        await using var stand = await ReleaseStand.StartAsync(StandApp.PerlShop, yaml => Impatient(yaml, fault).Replace("verify: [\"bin/verify\"]", "verify: []"));
        await using var load = stand.Load(requestsPerSecond: 20);

        var end = await stand.RunAsync("release", await stand.PackAsync("3", fault));
        var report = await load.StopAsync();

        AssertEnded(end, "abandoned", reason, evidence);
        Assert.Equal((0, 0L), (await stand.GreenPercentAsync(), report.Lost));
        Assert.Null(report.Of("3"));
    }

    [Theory]
    [InlineData("errors", "ObservationBreached", "%")]
    [InlineData("slow", "ObservationBreached", "99th percentile")]
    public async Task A_version_that_fails_under_traffic_is_rolled_back_by_itself(string fault, string reason, string evidence)
    {
        await using var stand = await ReleaseStand.StartAsync(
            StandApp.PerlShop, yaml => yaml.Replace("maxSlowdown: 100", LatencyMatters).Replace("steps: [25, 100]", "steps: [50, 100]").Replace("pause: 1s", "pause: 5s"));
        await using var load = stand.Load(requestsPerSecond: 60);

        var end = await stand.RunAsync("release", await stand.PackAsync("3", fault));
        var report = await load.StopAsync();

        AssertEnded(end, "rolled back", reason, evidence);
        Assert.Equal((0, 0L), (await stand.GreenPercentAsync(), report.Lost));
        Assert.NotNull(report.Of("3"));
    }

    [Fact]
    public async Task A_version_that_crashes_in_the_rollback_window_is_rolled_back_by_the_one_who_stays()
    {
        await using var stand = await ReleaseStand.StartAsync(StandApp.PerlShop);
        await using var release = Bluegreen.Start(stand.Directory, "release", await stand.PackAsync("3"), "--stay");
        await release.UntilItSaysAsync("Watching version 3");
        LeftProcesses.Kill(stand.Site(StandPorts.Green[0]));

        var end = await release.EndAsync();

        Assert.True(end.Code == 2, end.Output + end.Errors);
        Assert.Equal(0, await stand.GreenPercentAsync());
        Assert.Contains("RolledBack", (await stand.RunAsync("history")).Output, StringComparison.Ordinal);
    }

    /// <summary>Only the deadline that is awaited is short: a slow machine must not miss another one.</summary>
    private static string Impatient(string yaml, string fault) => fault switch
    {
        "health" => yaml.Replace("timeout: 90s", "timeout: 4s"),
        "hang" => yaml.Replace("deploy: 180s", "deploy: 10s"),
        _ => yaml,
    };

    private static void AssertEnded(BluegreenEnd end, params string[] words)
    {
        Assert.True(end.Code == 2, $"code {end.Code}: {end.Output} {end.Errors}");
        Assert.All(words, word => Assert.True(end.Output.Contains(word, StringComparison.OrdinalIgnoreCase), $"it does not say '{word}': {end.Output}"));
    }
}
