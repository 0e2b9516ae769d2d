namespace BlueGreenServerless.AddedProvider.Tests;

/// <summary>The command, with one folder more and nothing else, releases with it.</summary>
public sealed class ReleasedWithIt
{
    [Fact]
    public async Task A_release_moves_the_traffic_along_the_link_and_a_rollback_puts_it_back()
    {
        await using var site = await LinkedSite.StartAsync();
        var listed = await site.RunAsync("providers");
        Assert.Contains("socket-link  A web server that passes requests to a Unix socket", listed.Output, StringComparison.Ordinal);
        Assert.Equal(site.SocketOf("blue"), site.Live);
        await using var load = site.Load();

        var release = await site.RunAsync("release", await site.PackAsync("2"));
        Assert.True(release.Code == 0, release.Output);
        Assert.Equal(site.SocketOf("green"), site.Live);
        var back = await site.RunAsync("rollback");
        Assert.True(back.Code == 0, back.Output);
        Assert.Equal(site.SocketOf("blue"), site.Live);

        var report = await load.StopAsync();
        Assert.True((report.Lost, report.ErrorsOfNobody) == (0, 0), $"{report} {string.Join(", ", report.LostWhy)}");
        Assert.True(report.Of("1") is { Errors: 0, Count: > 0 } && report.Of("2") is { Errors: 0, Count: > 0 }, string.Join("\n", report.Answers));
    }

    [Fact]
    public async Task What_it_cannot_do_is_refused_before_anything_changes()
    {
        await using var site = await LinkedSite.StartAsync();
        await File.WriteAllTextAsync(site.ConfigurationFile, (await File.ReadAllTextAsync(site.ConfigurationFile)).Replace("kind: all-at-once", "kind: canary, steps: [10, 100]", StringComparison.Ordinal));

        var end = await site.RunAsync("release", await site.PackAsync("2"));

        Assert.True(end.Code != 0 && end.Output.Contains("use 'all-at-once'", StringComparison.Ordinal), end.Output);
        Assert.Equal(site.SocketOf("blue"), site.Live);
    }
}
