using System.CommandLine;
using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Testing.Sites;

namespace BlueGreenServerless.EndToEnd.Tests.Cli;

public sealed class DocumentationTests
{
    private static readonly string Text = File.ReadAllText(Repository.Path("docs", "commands.md"));

    public static TheoryData<string> Commands() => [.. CommandLine.Root().Subcommands.Select(command => command.Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_and_every_option_is_documented(string name)
    {
        var command = CommandLine.Root().Subcommands.Single(known => known.Name == name);
        var section = Section(name) + Section("Common options");

        Assert.All(command.Options, option => Assert.Contains(option.Name, section, StringComparison.Ordinal));
        Assert.All(command.Arguments, argument => Assert.Contains($"<{argument.Name}>", section, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_exit_code_is_documented()
    {
        int[] codes = [ExitCodes.Done, ExitCodes.Input, ExitCodes.NotReleased, ExitCodes.Refused, ExitCodes.Bug, ExitCodes.Interrupted];

        Assert.All(codes, code => Assert.Contains($"| {code} |", Section("Exit codes"), StringComparison.Ordinal));
    }

    [Fact]
    public void No_section_describes_a_command_that_does_not_exist()
    {
        var titles = Text.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]);

        Assert.Equal(
            CommandLine.Root().Subcommands.Select(command => command.Name).Order(),
            titles.Except(["Common options", "Exit codes", "Ctrl-C"]).Order());
    }

    private static string Section(string title)
    {
        var begin = Text.IndexOf($"\n## {title}\n", StringComparison.Ordinal);
        Assert.True(begin >= 0, $"docs/commands.md has no section '## {title}'.");
        var end = Text.IndexOf("\n## ", begin + 1, StringComparison.Ordinal);
        return end < 0 ? Text[begin..] : Text[begin..end];
    }
}
