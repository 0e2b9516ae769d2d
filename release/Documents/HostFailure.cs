namespace BlueGreenServerless.Documents;

/// <summary>What one host said when it failed. The document keeps the first few only.</summary>
/// <param name="ExitCode">Exit code of the script, or null when it did not run or did not end.</param>
/// <param name="LastLines">The last lines of its output, at most 10, each at most 200 characters.</param>
public sealed record HostFailure(string Host, string Reason, int? ExitCode, IReadOnlyList<string> LastLines);
