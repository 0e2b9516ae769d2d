using System.Text.Json;

namespace BlueGreenServerless.EndToEnd.Tests.Cli;

/// <summary>What an operator asks and tells beside a release.</summary>
public sealed class StandingTests
{
    [Fact]
    public async Task Status_and_history_tell_in_json_what_was_released()
    {
        await using var site = await ReleaseSite.StartAsync();
        await site.RunAsync("release", await site.ArtifactAsync("2"));

        using var status = JsonDocument.Parse((await site.RunAsync("status", "--json")).Output);
        using var history = JsonDocument.Parse((await site.RunAsync("history", "--json")).Output);

        Assert.Equal("2", status.RootElement.GetProperty("live").GetProperty("version").GetString());
        Assert.True(status.RootElement.GetProperty("window").GetDouble() > 0);
        var release = Assert.Single(history.RootElement.GetProperty("releases").EnumerateArray());
        Assert.Equal("Completed", release.GetProperty("outcome").GetString());
        Assert.Contains("version 2 is live", (await site.RunAsync("status")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_frozen_app_is_not_released_with_code_3_until_it_is_unfrozen()
    {
        await using var site = await ReleaseSite.StartAsync();
        var artifact = await site.ArtifactAsync("2");
        await site.RunAsync("freeze", "--reason", "sale day");

        var frozen = await site.RunAsync("release", artifact);
        await site.RunAsync("unfreeze");
        var thawed = await site.RunAsync("release", artifact);

        Assert.Equal(3, frozen.Code);
        Assert.Contains("sale day", frozen.Errors, StringComparison.Ordinal);
        Assert.Equal(0, thawed.Code);
        Assert.Contains("unfreeze", (await site.RunAsync("history", "--audit")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_artifact_is_not_released_twice_while_it_is_live()
    {
        await using var site = await ReleaseSite.StartAsync();
        var artifact = await site.ArtifactAsync("2");
        await site.RunAsync("release", artifact);

        var again = await site.RunAsync("release", artifact);

        Assert.Equal(0, again.Code);
        Assert.Contains("is live already", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_reads_the_real_traffic_and_changes_nothing()
    {
        await using var site = await ReleaseSite.StartAsync();

        var plan = await site.RunAsync("plan", await site.ArtifactAsync("2"));

        Assert.Equal(0, plan.Code);
        Assert.Contains("green is idle", plan.Output, StringComparison.Ordinal);
        Assert.Contains("ShiftTraffic  50 % on the new version", plan.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(site.Folder, "green", "current")));
    }
}
