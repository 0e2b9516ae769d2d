using System.Text.Json;

namespace BlueGreenServerless.EndToEnd.Tests.Cli;

public sealed class ReleaseTests
{
    [Fact]
    public async Task A_release_ends_with_the_new_version_live_and_says_each_stage()
    {
        await using var site = await ReleaseSite.StartAsync();
        Assert.Equal("1", await site.VersionAsync());

        var end = await site.RunAsync("release", await site.ArtifactAsync("2"));

        Assert.True(end.Code == 0, end.Output + end.Errors);
        Assert.Equal("2", await site.VersionAsync());
        string[] stages = ["Plan", "Inspect", "Prepare", "Deploy", "CheckHealth", "SmokeTest", "ShiftTraffic", "Observe", "Decide", "Complete"];
        Assert.All(stages, stage => Assert.Contains($"\n{stage} ", end.Output, StringComparison.Ordinal));
        Assert.Contains("ShiftTraffic  web  blue 50 % / green 50 %  (step 1 of 2)", end.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_line_of_a_release_with_json_is_json()
    {
        await using var site = await ReleaseSite.StartAsync();

        var end = await site.RunAsync("release", await site.ArtifactAsync("2"), "--json");

        var lines = end.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToList();
        Assert.Equal("ended", lines[^1].GetProperty("kind").GetString());
        Assert.Equal("Completed", lines[^1].GetProperty("data").GetProperty("outcome").GetString());
        Assert.Contains(lines, line => line.GetProperty("kind").GetString() == "progress");
    }
}
