namespace BlueGreenServerless.EndToEnd.Tests.Cli;

public sealed class QueueTests
{
    [Fact]
    public async Task A_second_release_waits_for_the_first_and_follows_it()
    {
        await using var site = await ReleaseSite.StartAsync(new SitePlan { Pause = "2s" });
        await using var first = site.Start("release", await site.ArtifactAsync("2"));
        await first.UntilItSaysAsync("the lock is taken");
        await using var second = site.Start("release", await site.ArtifactAsync("3"));
        await second.UntilItSaysAsync("starts when it has ended");

        Assert.Equal(0, (await first.EndAsync()).Code);
        var end = await second.EndAsync();

        Assert.True(end.Code == 0, end.Output + end.Errors);
        Assert.Equal("3", await site.VersionAsync());
    }

    [Fact]
    public async Task A_waiting_release_that_a_newer_one_replaces_says_so_with_code_3()
    {
        await using var site = await ReleaseSite.StartAsync(new SitePlan { Pause = "10s" });
        var (older, newer) = (await site.ArtifactAsync("3"), await site.ArtifactAsync("4"));
        await using var first = site.Start("release", await site.ArtifactAsync("2"));
        await first.UntilItSaysAsync("the lock is taken");
        await using var second = site.Start("release", older);
        await second.UntilItSaysAsync("starts when it has ended");
        await using var third = site.Start("release", newer);
        await third.UntilItSaysAsync("starts when it has ended");

        var (replaced, newest) = (await second.EndAsync(), await third.EndAsync());

        Assert.Equal(3, replaced.Code);
        Assert.Contains("took its place in the queue", replaced.Output, StringComparison.Ordinal);
        Assert.True(newest.Code == 0, newest.Output + newest.Errors);
        Assert.Equal("4", await site.VersionAsync());
    }

    [Fact]
    public async Task A_second_release_is_refused_with_code_3_when_the_file_says_so()
    {
        await using var site = await ReleaseSite.StartAsync(new SitePlan { WhenBusy = "refuse", Pause = "2s" });
        await using var first = site.Start("release", await site.ArtifactAsync("2"));
        await first.UntilItSaysAsync("the lock is taken");

        var second = await site.RunAsync("release", await site.ArtifactAsync("3"));

        Assert.Equal(3, second.Code);
        Assert.Equal(0, (await first.EndAsync()).Code);
    }

    [Fact]
    public async Task A_watched_folder_releases_each_artifact_once_also_after_a_restart()
    {
        await using var site = await ReleaseSite.StartAsync();
        var folder = Path.Combine(site.Folder, "incoming");
        Directory.CreateDirectory(folder);
        await using (var watch = site.Start("watch-folder", folder))
        {
            await watch.UntilItSaysAsync("Watching");
            await site.DeliverAsync("2", folder);
            await watch.UntilItSaysAsync("Version 2 of 'c-service' is live.");
            await watch.SignalAsync("TERM");
            Assert.Equal(130, (await watch.EndAsync()).Code);
        }

        await using var again = site.Start("watch-folder", folder);
        await again.UntilItSaysAsync("ended as 'Completed'; nothing was started");
        Assert.Equal("2", await site.VersionAsync());
    }
}
