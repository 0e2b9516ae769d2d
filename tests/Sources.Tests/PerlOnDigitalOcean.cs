using BlueGreenServerless.Configuration;
using BlueGreenServerless.Providers.Registry;
using BlueGreenServerless.Testing.Cli;
using BlueGreenServerless.Testing.Sites;

namespace BlueGreenServerless.Sources.Tests;

/// <summary>
/// "Zero-Downtime Blue-Green Deployment Pipelines for Perl Applications on DigitalOcean": tags, HAProxy on a droplet, a host header for
/// green. The example's own file, a double of the API, and everything else real: HAProxy, sshd, Starman, the command.
/// </summary>
public sealed class PerlOnDigitalOcean
{
    [Fact]
    public void The_examples_file_has_no_fault() =>
        Assert.Empty(new ConfigurationReader(ProviderRegistry.Discover().All).Read(DigitalOceanStand.ExampleFile).Faults);

    [Fact]
    public async Task A_release_under_load_loses_no_request_and_neither_does_the_way_back()
    {
        await using var stand = await DigitalOceanStand.StartAsync();
        await using var load = stand.Load();

        var release = await stand.RunAsync("release", await stand.PackAsync("2"));
        Assert.True(release.Code == 0, release.Output + release.Errors);
        Assert.Equal(100, await stand.GreenPercentAsync());
        var back = await stand.RunAsync("rollback");
        Assert.True(back.Code == 0, back.Output + back.Errors);
        Assert.Equal(0, await stand.GreenPercentAsync());
        var report = await load.StopAsync();

        Assert.True((report.Lost, report.ErrorsOfNobody) == (0, 0), $"{report} {string.Join(", ", report.LostWhy)}");
        Assert.True(report.Of("1") is { Errors: 0 } && report.Of("2") is { Errors: 0, Count: > 20 }, string.Join("\n", report.Answers));
        Assert.Empty(stand.FilesWithTheToken());
        Assert.DoesNotContain(stand.Token, release.Output + release.Errors + back.Output + back.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_fails_its_smoke_test_is_seen_by_nobody()
    {
        await using var stand = await DigitalOceanStand.StartAsync();
        await using var load = stand.Load();

        var end = await stand.RunAsync("release", await stand.PackAsync("3", "smoke"));
        var report = await load.StopAsync();

        Assert.True(end.Code == 2 && end.Output.Contains("SmokeTestFailed", StringComparison.Ordinal), end.Output + end.Errors);
        Assert.Equal((0, 0L), (await stand.GreenPercentAsync(), report.Lost));
        Assert.Null(report.Of("3"));
    }
}
