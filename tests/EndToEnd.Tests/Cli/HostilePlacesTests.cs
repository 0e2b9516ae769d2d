using BlueGreenServerless.Testing.Cli;
using BlueGreenServerless.Testing.HAProxy;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Net;
using BlueGreenServerless.Testing.Sites;

namespace BlueGreenServerless.EndToEnd.Tests.Cli;

/// <summary>Load balancers and hosts that are not what the file says: refused with exit code 1 before anything changes.</summary>
public sealed class HostilePlacesTests
{
    [Theory]
    [InlineData("hello, I am a web server", "was not understood")]
    [InlineData("", "without an answer")]
    [InlineData("type=str, case=sensitive, found=yes, idx=tree, key=\"green_pct\", value=\"900\"", "was not understood")]
    public async Task A_balancer_that_answers_garbage_is_refused(string garbage, string refusal)
    {
        using var directory = new TemporaryDirectory();
        Directory.CreateDirectory(directory.Below("lb"));
        await File.WriteAllTextAsync(directory.Below("bluegreen.yaml"), new SitePlan().Yaml(directory.Path, FreePort.Next(3)));
        await using var runtime = new FakeRuntime(directory.Below("lb", "admin.sock"), _ => garbage);

        var end = await Bluegreen.RunAsync(directory.Path, "release", await CService.PackAsync("2", directory.Below("artifacts")));

        AssertRefused(end, refusal);
        Assert.False(Directory.Exists(directory.Below("green")), "nothing may be installed");
    }

    [Fact]
    public async Task A_host_that_cannot_be_reached_is_refused_before_anything_changes()
    {
        await using var site = await ReleaseSite.StartAsync();
        var file = Path.Combine(site.Folder, "bluegreen.yaml");
        var yaml = await File.ReadAllTextAsync(file);
        var nobody = FreePort.Next(2);
        var unreachable = $"127.0.0.1:{nobody[1]}";
        var hosts = $"""
                hosts: {"{"} provider: ssh, blue: ["127.0.0.1:{nobody[0]}"], green: ["{unreachable}"], connectTimeout: 2s {"}"}

            """;
        await File.WriteAllTextAsync(file, yaml[..yaml.IndexOf("    hosts:", StringComparison.Ordinal)] + hosts);

        var end = await site.RunAsync("release", await site.ArtifactAsync("2"));

        AssertRefused(end, unreachable, "refused the connection");
        Assert.Equal((0, "1"), (await site.GreenPercentAsync(), await site.VersionAsync()));
    }

    private static void AssertRefused(BluegreenEnd end, params string[] words)
    {
        Assert.True(end.Code == 1, $"code {end.Code}: {end.Output} {end.Errors}");
        Assert.All(words, word => Assert.Contains(word, end.Output + end.Errors, StringComparison.Ordinal));
    }
}
