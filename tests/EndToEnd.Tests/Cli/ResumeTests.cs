using BlueGreenServerless.Engine;

namespace BlueGreenServerless.EndToEnd.Tests.Cli;

public sealed class ResumeTests
{
    private static readonly SitePlan Slow = new() { Pause = "3s" };

    [Theory]
    [InlineData("Deploy ")]
    [InlineData("step 1 of 2")]
    [InlineData("step 2 of 2")]
    public async Task A_killed_release_is_continued_to_its_end(string moment)
    {
        await using var site = await ReleaseSite.StartAsync(Slow);
        await using var release = site.Start("release", await site.ArtifactAsync("2"));
        await release.UntilItSaysAsync(moment);
        await release.SignalAsync("KILL");
        await release.EndAsync();

        var status = await site.RunAsync("status");
        var resume = await site.RunAsync("resume");

        Assert.Contains("nobody: 'bluegreen resume' continues it", status.Output, StringComparison.Ordinal);
        Assert.True(resume.Code == 0, resume.Output + resume.Errors);
        Assert.Equal("2", await site.VersionAsync());
        Assert.DoesNotContain("lock", (await site.RunAsync("status")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Ctrl_C_stops_at_a_boundary_and_resume_goes_on(string signal)
    {
        await using var site = await ReleaseSite.StartAsync(Slow);
        await using var release = site.Start("release", await site.ArtifactAsync("2"));
        await release.UntilItSaysAsync("step 1 of 2");

        await release.SignalAsync(signal);
        var stopped = await release.EndAsync();
        var resume = await site.RunAsync("resume");

        Assert.Equal(130, stopped.Code);
        Assert.Contains("'bluegreen resume' continues it", stopped.Output, StringComparison.Ordinal);
        Assert.Equal(0, resume.Code);
        Assert.Equal("2", await site.VersionAsync());
    }

    [Fact]
    public async Task Ctrl_C_on_watch_leaves_the_release_running()
    {
        await using var site = await ReleaseSite.StartAsync(new SitePlan { Pause = "2m" });
        await using var release = site.Start("release", await site.ArtifactAsync("2"));
        await release.UntilItSaysAsync("step 1 of 2");
        await using var watch = site.Start("watch");
        await watch.UntilItSaysAsync("step 1 of 2");

        await watch.SignalAsync("INT");
        var watched = await watch.EndAsync();

        Assert.Equal(0, watched.Code);
        Assert.Contains("goes on", watched.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await site.RunAsync("abort", "--reason", "seen enough")).Code);
        Assert.Contains("seen enough", (await release.EndAsync()).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_that_was_stopped_without_its_clean_up_is_taken_back_by_resume()
    {
        await using var site = await ReleaseSite.StartAsync(new SitePlan { Pause = "2m" });
        await using var release = site.Start("release", await site.ArtifactAsync("2"), "--json");
        await release.UntilItSaysAsync("step 1 of 2");
        await new ExecutionControl(Path.Combine(site.Folder, ".bluegreen", "journal.db"), TimeProvider.System)
            .StopAsync("release", site.ReleaseOf(release.Output), "StoppedByHand", "somebody pressed stop");
        await release.EndAsync();

        var resume = await site.RunAsync("resume");

        Assert.True(resume.Code == 0, resume.Output + resume.Errors);
        Assert.Contains("without its own clean-up", resume.Output, StringComparison.Ordinal);
        Assert.Equal("1", await site.VersionAsync());
        Assert.Contains("RolledBack", (await site.RunAsync("history")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_to_resume_is_said_with_code_0()
    {
        await using var site = await ReleaseSite.StartAsync();

        var resume = await site.RunAsync("resume");

        Assert.Equal(0, resume.Code);
        Assert.Contains("Nothing of 'c-service' waits", resume.Output, StringComparison.Ordinal);
    }
}
