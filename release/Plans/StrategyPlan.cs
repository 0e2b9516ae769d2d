using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Plans;

[Description("How traffic moves to the new version.")]
public sealed record StrategyPlan
{
    [Description("The shape of the ramp: all-at-once, canary or linear.")]
    public StrategyKind Kind { get; init; } = StrategyKind.Canary;

    [Description("Canary only: percent of the traffic on the new version, step by step; 100 is added when it is not the last.")]
    [Range(1, 100)]
    [Length(1, 100)]
    public IReadOnlyList<int> Steps { get; init; } = [5, 25, 50, 100];

    [Description("Linear only: percent added at each step.")]
    [Range(1, 100)]
    public int Step { get; init; } = 10;

    [Description("Time on each step before the next one, while the new version is observed.")]
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(60);

    [Description("Time at 100 percent, observed, before the release is called complete.")]
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan Bake { get; init; } = TimeSpan.FromMinutes(10);

    [Description("Time after completion in which the old version stays ready, so that a rollback is one write per target.")]
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan RollbackWindow { get; init; } = TimeSpan.FromHours(24);

    [Description("What happens to the old version when the rollback window closes: keep (leave it running) or scale-in.")]
    public RetirePolicy Retire { get; init; } = RetirePolicy.Keep;

    public Ramp ToRamp() => Kind switch
    {
        StrategyKind.AllAtOnce => Ramp.AllAtOnce,
        StrategyKind.Linear => Ramp.Linear(Step),
        _ => Ramp.Canary(Steps),
    };
}
