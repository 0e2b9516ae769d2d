using System.Text.Json.Serialization;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Documents;

/// <summary>
/// The release document: goes into and comes out of every state of the machines, and is all that they remember. It stays
/// far below Step Functions' 256 KiB, also with 50 targets and 10,000 hosts.
/// </summary>
public sealed record Release
{
    [JsonPropertyName("release")]
    public required ReleaseHeader Header { get; init; }

    public required ReleasePlan Plan { get; init; }

    /// <summary>The lock that this release holds; null before Plan and after Complete. Always written, because states refer to it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public LockGrant? Lock { get; init; }

    public Progress Progress { get; init; } = new();

    public required IReadOnlyList<TargetState> Targets { get; init; }

    public Approval? Approval { get; init; }

    /// <summary>What comes next, as Decide said.</summary>
    public Decision? Decision { get; init; }

    public Outcome Outcome { get; init; } = Outcome.Running;

    /// <summary>End of the rollback window; set by Complete.</summary>
    public DateTimeOffset? StandbyUntil { get; init; }

    /// <summary>Why the release ended early; null while it has not.</summary>
    public Failure? Failure { get; init; }
}
