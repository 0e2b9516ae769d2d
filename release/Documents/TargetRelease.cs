using System.Text.Json.Serialization;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;

namespace BlueGreenServerless.Documents;

/// <summary>The document of one target's branch of a Map: the release, and the one target that the branch works on.</summary>
public sealed record TargetRelease
{
    [JsonPropertyName("release")]
    public required ReleaseHeader Header { get; init; }

    public required ReleasePlan Plan { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public LockGrant? Lock { get; init; }

    public required Progress Progress { get; init; }

    public required TargetState Target { get; init; }

    /// <summary>True for the first target of the file: what runs once per release runs there.</summary>
    [JsonIgnore]
    public bool IsFirst => Index == 0;

    /// <summary>Position of the target in the file, from 0.</summary>
    public int Index { get; init; }

    public Failure? Failure { get; init; }

    public TargetRelease With(TargetState target) => this with { Target = target };
}
