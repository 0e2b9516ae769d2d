using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Documents;

/// <summary>The installation on the hosts of one target.</summary>
/// <param name="Step">Which of the two commands runs: <c>expand</c> (migration on one host) or <c>install</c>.</param>
/// <param name="CommandId">The provider's id of the running command.</param>
public sealed record DeployState(
    CommandVerdict Verdict, string Step, string CommandId, DateTimeOffset StartedAt, int Total, int Succeeded, int Failed,
    IReadOnlyList<HostFailure> Failures);
