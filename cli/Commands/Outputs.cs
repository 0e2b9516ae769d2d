using System.CommandLine;
using BlueGreenServerless.Cli.Output;

namespace BlueGreenServerless.Cli.Commands;

/// <summary>The output that the user asked for with --json or without it.</summary>
internal static class Outputs
{
    public static CommandOutput Of(ParseResult parsed, Option<bool> json) =>
        CommandOutput.For(parsed.GetValue(json), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
}
