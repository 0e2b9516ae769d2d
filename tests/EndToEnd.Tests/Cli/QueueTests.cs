using BlueGreenServerless.Testing.Cli;

namespace BlueGreenServerless.EndToEnd.Tests.Cli;

public sealed class QueueTests
{
    /// <summary>The first release waits for a person, so that it is there for as long as the test wants.</summary>
    private static readonly SitePlan Asking = new() { Approval = true };

    [Fact]
    public async Task A_second_release_waits_for_the_first_and_follows_it()
    {
        await using var site = await ReleaseSite.StartAsync(Asking);
        await using var first = await StartAsync(site);
        await using var second = await WaitingAsync(site, "3");
        await site.RunAsync("approve", "--by", "ann");

        Assert.Equal(0, (await first.EndAsync()).Code);
        var end = await second.EndAsync();

        Assert.True(end.Code == 0, end.Output + end.Errors);
        Assert.Equal("3", await site.VersionAsync());
    }

    [Fact]
    public async Task A_waiting_release_that_a_newer_one_replaces_says_so_with_code_3()
    {
        await using var site = await ReleaseSite.StartAsync(Asking);
        await using var first = await StartAsync(site);
        await using var second = await WaitingAsync(site, "3");
        await using var third = await WaitingAsync(site, "4");
        await site.RunAsync("approve", "--by", "ann");

        var (replaced, newest) = (await second.EndAsync(), await third.EndAsync());

        Assert.True(replaced.Code == 3, replaced.Output + replaced.Errors);
        Assert.Contains("took its place in the queue", replaced.Output, StringComparison.Ordinal);
        Assert.True(newest.Code == 0, newest.Output + newest.Errors);
        Assert.Equal("4", await site.VersionAsync());
    }

    [Fact]
    public async Task Status_shows_what_waits_and_it_starts_after_a_freeze()
    {
        await using var site = await ReleaseSite.StartAsync(Asking);
        await using var first = await StartAsync(site);
        await using var second = await WaitingAsync(site, "3");
        var behind = await site.RunAsync("status");
        await site.RunAsync("freeze", "--reason", "sale day");
        await site.RunAsync("reject", "--by", "ann");
        await first.EndAsync();

        var frozen = await site.RunAsync("status");
        var unfreeze = await site.RunAsync("unfreeze");
        var end = await second.EndAsync();

        Assert.Matches("waiting   c-service-3-[^:]+: version 3 by [^ ]+ since 2[^ ]+ [^ ]+, for the end of the one that runs", behind.Output);
        Assert.Contains("for 'bluegreen unfreeze'", frozen.Output, StringComparison.Ordinal);
        Assert.Contains("the command that waits with it starts it", unfreeze.Output + unfreeze.Errors, StringComparison.Ordinal);
        Assert.True(end.Code == 0, end.Output + end.Errors);
        Assert.Equal("3", await site.VersionAsync());
    }

    [Fact]
    public async Task A_second_release_is_refused_with_code_3_when_the_file_says_so()
    {
        await using var site = await ReleaseSite.StartAsync(Asking with { WhenBusy = "refuse" });
        await using var first = await StartAsync(site, "refuse");

        var second = await site.RunAsync("release", await site.ArtifactAsync("3"));
        await site.RunAsync("approve", "--by", "ann");

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

    private static async Task<Bluegreen> StartAsync(ReleaseSite site, string whenBusy = "queue-newest")
    {
        var release = site.Start("release", await site.ArtifactAsync("2"));
        await release.UntilItSaysAsync("waits for a person");
        await site.RewriteAsync(new SitePlan { WhenBusy = whenBusy });
        return release;
    }

    private static async Task<Bluegreen> WaitingAsync(ReleaseSite site, string version)
    {
        var release = site.Start("release", await site.ArtifactAsync(version));
        await release.UntilItSaysAsync("starts when it has ended");
        return release;
    }
}
