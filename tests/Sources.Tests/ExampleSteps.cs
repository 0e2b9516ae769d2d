using System.CommandLine;
using System.Text.RegularExpressions;
using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Sites;

namespace BlueGreenServerless.Sources.Tests;

/// <summary>What the examples tell their readers to type.</summary>
public sealed partial class ExampleSteps
{
    [Theory]
    [InlineData("perl-on-ovh")]
    [InlineData("perl-on-digitalocean")]
    [InlineData("four-clouds")]
    public async Task What_is_packed_for_a_version_is_what_is_released(string example)
    {
        using var copy = new TemporaryDirectory();
        await SiteProcess.RunAsync("cp", ["-R", Repository.Path("examples"), copy.Path]);
        var text = await File.ReadAllTextAsync(Repository.Path("examples", example, "README.md"));
        var steps = text.Split("## Every version\n")[1].Split('\n').Where(line => line.StartsWith("    ", StringComparison.Ordinal)).Select(line => line.Trim().Split(' ')).ToList();

        await SiteProcess.RunAsync("env", ["-C", copy.Below("examples", example), .. steps[0]]);

        Assert.Equal(["bluegreen", "release"], steps[1].Take(2));
        Assert.True(File.Exists(Path.Combine(copy.Below("examples", example), steps[1][2])), $"'{steps[1][2]}' is not what '{string.Join(' ', steps[0])}' makes.");
    }

    [Fact]
    public void The_workflow_uses_commands_and_options_that_there_are()
    {
        var lines = Command().Matches(File.ReadAllText(Repository.Path("examples", "perl-on-digitalocean", "release.yml"))).Select(match => match.Value).ToList();

        Assert.Equal(["abort", "plan", "release", "resume", "resume"], lines.Select(line => line.Split(' ')[1]).Order(StringComparer.Ordinal));
        Assert.All(lines, line => Assert.Empty(CommandLine.Root().Parse(line["bluegreen ".Length..]).Errors));
    }

    /// <summary>What others can name (a tag, a title) is a word of the shell only as a quoted variable, and what runs is pinned.</summary>
    [Fact]
    public void The_workflow_puts_nothing_of_an_event_into_a_script_and_pins_its_actions()
    {
        var lines = File.ReadAllLines(Repository.Path("examples", "perl-on-digitalocean", "release.yml"));

        Assert.All(lines.Where(line => line.Contains("${{", StringComparison.Ordinal)), line => Assert.Matches(@"^ +DIGITALOCEAN_ACCESS_TOKEN: \$\{\{ secrets\.", line));
        Assert.All(lines.Where(line => line.Contains("uses:", StringComparison.Ordinal)), line => Assert.Matches("@[0-9a-f]{40} #", line));
    }

    [GeneratedRegex(@"bluegreen (abort|plan|release|resume)[^|\n]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Command();
}
