using System.CommandLine;

namespace BlueGreenServerless.Cli.Commands;

/// <summary>The options that commands share, each with one meaning everywhere.</summary>
internal static class CommonOptions
{
    public static Option<bool> Json() => new("--json") { Description = "Answer with JSON: one document, or JSON lines from a command that keeps running." };

    public static Option<string> File() => new("--file", "-f")
    {
        Description = "The file that says how the application is released.",
        DefaultValueFactory = _ => "bluegreen.yaml",
        HelpName = "path",
    };

    public static Option<string?> State() => new("--state")
    {
        Description = "Directory of journal and records. Default: .bluegreen beside the file.",
        HelpName = "directory",
    };

    public static Option<bool> Verbose() => new("--verbose") { Description = "Also log every step on standard error." };

    public static Option<string> By() => new("--by")
    {
        Description = "Who asks, for the record. Default: user@host.",
        DefaultValueFactory = _ => $"{Environment.UserName}@{Environment.MachineName}",
        HelpName = "name",
    };

    public static Option<string> Reason() => new("--reason") { Description = "Why, for the record.", Required = true, HelpName = "text" };

    public static Option<bool> Stay(string description) => new("--stay") { Description = description };
}
