using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BlueGreenServerless.Plans;

/// <summary>Everything the user's file says, but for the targets: the part that each state of the machine carries.</summary>
public record ReleasePlan
{
    [Description("Name of the application; one release of an app runs at a time.")]
    [RegularExpression("^[a-z0-9][a-z0-9-]{0,31}$", ErrorMessage = "1 to 32 of a-z, 0-9 and '-', not beginning with '-'")]
    public required string App { get; init; }

    [Description("How traffic moves to the new version.")]
    public StrategyPlan Strategy { get; init; } = new();

    [Description("What makes the new version count as healthy.")]
    public HealthPlan Health { get; init; } = new();

    [Description("Requests to the idle colour that must be answered as expected before any traffic moves.")]
    public IReadOnlyList<SmokeCheck> Smoke { get; init; } = [];

    [Description("How the new version is judged under traffic.")]
    public ObservePlan Observe { get; init; } = new();

    [Description("How an artifact becomes a running version on a host.")]
    public required InstallPlan Install { get; init; }

    [Description("Whether a person must approve.")]
    public ApprovalPlan Approval { get; init; } = new();

    [Description("How long each part may take.")]
    public DeadlinesPlan Deadlines { get; init; } = new();

    [Description("What a request does that arrives while another release of the app runs: queue-newest or refuse.")]
    public WhenBusy WhenBusy { get; init; } = WhenBusy.QueueNewest;

    public ReleasePlan WithoutTargets() => new(this);
}
