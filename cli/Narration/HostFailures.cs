using BlueGreenServerless.Documents;

namespace BlueGreenServerless.Cli.Narration;

/// <summary>What failing hosts said last: the evidence, indented under the line that needs it.</summary>
internal static class HostFailures
{
    public static string Text(IReadOnlyList<HostFailure> failures) =>
        string.Concat(failures.Select(failure => $"\n    {failure.Host}: {failure.Reason}{Exit(failure)}{Lines(failure)}"));

    private static string Exit(HostFailure failure) => failure.ExitCode is { } code ? $" (exit code {code})" : "";

    private static string Lines(HostFailure failure) => string.Concat(failure.LastLines.Select(line => $"\n      | {line}"));
}
