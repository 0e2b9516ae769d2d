namespace BlueGreenServerless.EndToEnd.Tests.Cli;

public sealed class GoingBackTests
{
    [Fact]
    public async Task Abort_in_the_middle_of_the_ramp_puts_the_traffic_back()
    {
        await using var site = await ReleaseSite.StartAsync(new SitePlan { Pause = "2m" });
        await using var release = site.Start("release", await site.ArtifactAsync("2"));
        await release.UntilItSaysAsync("step 1 of 2");

        var abort = await site.RunAsync("abort", "--reason", "looks odd");
        var end = await release.EndAsync();

        Assert.Equal((0, 2), (abort.Code, end.Code));
        Assert.Contains("rolled back", end.Output, StringComparison.Ordinal);
        Assert.Contains("looks odd", end.Output, StringComparison.Ordinal);
        Assert.Equal("1", await site.VersionAsync());
    }

    [Fact]
    public async Task Rollback_in_the_window_puts_the_version_before_back()
    {
        await using var site = await ReleaseSite.StartAsync();
        await site.RunAsync("release", await site.ArtifactAsync("2"));

        var rollback = await site.RunAsync("rollback", "--reason", "users complain");

        Assert.True(rollback.Code == 0, rollback.Output + rollback.Errors);
        Assert.Equal("1", await site.VersionAsync());
        Assert.DoesNotContain("Deploy", rollback.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rollback_after_the_window_is_refused_with_code_3()
    {
        await using var site = await ReleaseSite.StartAsync(new SitePlan { RollbackWindow = "0s" });
        await site.RunAsync("release", await site.ArtifactAsync("2"));

        var rollback = await site.RunAsync("rollback");

        Assert.Equal(3, rollback.Code);
        Assert.Equal("2", await site.VersionAsync());
    }

    [Fact]
    public async Task A_failing_install_hook_abandons_with_code_2_and_shows_its_last_lines()
    {
        await using var site = await ReleaseSite.StartAsync(new SitePlan { InstallHooks = ["echo no room left; exit 7"] });

        var end = await site.RunAsync("release", await site.ArtifactAsync("2"));

        Assert.Equal(2, end.Code);
        Assert.Contains("no room left", end.Output, StringComparison.Ordinal);
        Assert.Contains("7", end.Output, StringComparison.Ordinal);
        Assert.Equal("1", await site.VersionAsync());
    }

    [Fact]
    public async Task A_crash_in_the_window_is_noticed_by_the_one_who_stays_and_rolled_back()
    {
        await using var site = await ReleaseSite.StartAsync();
        await using var release = site.Start("release", await site.ArtifactAsync("2"), "--stay");
        await release.UntilItSaysAsync("Watching version 2");

        await site.CrashAsync("green");
        var end = await release.EndAsync();

        Assert.Equal(2, end.Code);
        Assert.Equal("1", await site.VersionAsync());
    }
}
