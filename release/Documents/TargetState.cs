using System.Text.Json;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Documents;

/// <summary>One target of a release and all that is known of it. Small: counts and first failures, never lists of hosts.</summary>
public sealed record TargetState
{
    public required string Name { get; init; }

    public required PortBinding Router { get; init; }

    public required PortBinding Hosts { get; init; }

    public PortBinding? Fleet { get; init; }

    /// <summary>Never null: the router's binding when the user's file names none.</summary>
    public required PortBinding Metrics { get; init; }

    /// <summary>The colour that had the traffic when the release began; null before Inspect.</summary>
    public Color? Live { get; init; }

    /// <summary>The traffic before anything changed, in the router's own form. Rollback restores it as it is.</summary>
    public JsonElement? Snapshot { get; init; }

    /// <summary>The split last read back.</summary>
    public TrafficSplit? Split { get; init; }

    /// <summary>True once CheckHealth has seen the idle colour healthy with the new version. No traffic goes to it before.</summary>
    public bool SeenHealthy { get; init; }

    /// <summary>Seconds that the next Wait state of this target waits, at least 1.</summary>
    public int WaitSeconds { get; init; } = 1;

    public PrepareState? Prepare { get; init; }

    public DeployState? Deploy { get; init; }

    public HealthState? Health { get; init; }

    public SmokeState? Smoke { get; init; }

    public ShiftState? Shift { get; init; }

    public ObservationState? Observation { get; init; }

    public RestoreState? Restore { get; init; }

    public RetireState? Retire { get; init; }

    /// <summary>Why this target failed; null while it has not.</summary>
    public Failure? Failure { get; init; }

    /// <summary>The colour that the new version goes to.</summary>
    /// <exception cref="InvalidOperationException">Inspect has not run: a fault of ours.</exception>
    public Color Idle() => (Live ?? throw new InvalidOperationException($"The target '{Name}' has not been inspected.")).Other();
}
