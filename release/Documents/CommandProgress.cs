using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Documents;

/// <summary>Counts and the first few failures of a command on many hosts, never a list of hosts.</summary>
/// <param name="Total">Hosts that the command is meant for.</param>
/// <param name="Failures">At most <see cref="MaxFailures"/>.</param>
/// <param name="Output">Standard output of the first host that ended, at most 24,000 characters; only for commands on one host.</param>
public sealed record CommandProgress(
    CommandVerdict Verdict, int Total, int Succeeded, int Failed, IReadOnlyList<HostFailure> Failures, string? Output = null)
{
    public const int MaxFailures = 3;
}
