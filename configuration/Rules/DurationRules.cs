using BlueGreenServerless.Configuration.Binding;
using BlueGreenServerless.Configuration.Scalars;
using BlueGreenServerless.Plans;

namespace BlueGreenServerless.Configuration.Rules;

/// <summary>A duration that must contain another one is not shorter than it.</summary>
internal static class DurationRules
{
    private static readonly DurationScalar Durations = new();

    public static IEnumerable<Finding> Check(BoundFile file) => [.. Rounds(file), .. Windows(file), .. NoData(file), .. WholeRelease(file)];

    private static IEnumerable<Finding> Rounds(BoundFile file) => file.Section<HealthPlan>("health") is { } health
        ? AtLeast(
            file, ["health.timeout", "health.interval", "health.healthyChecks"], health.Timeout, health.Interval * health.HealthyChecks,
            $"the time of {health.HealthyChecks} healthyChecks with an interval of {Durations.Write(health.Interval)}")
        : [];

    private static IEnumerable<Finding> Windows(BoundFile file)
    {
        if (file.Section<StrategyPlan>("strategy") is not { } strategy || file.Section<ObservePlan>("observe") is not { } observe)
        {
            return [];
        }

        const string Why = "observe.interval, else nothing is observed in it";
        return
        [
            .. AtLeast(file, ["strategy.pause", "observe.interval"], strategy.Pause, observe.Interval, Why),
            .. AtLeast(file, ["strategy.bake", "observe.interval"], strategy.Bake, observe.Interval, Why),
        ];
    }

    private static IEnumerable<Finding> NoData(BoundFile file) => file.Section<ObservePlan>("observe") is { } observe
        ? AtLeast(file, ["observe.noDataDeadline", "observe.interval"], observe.NoDataDeadline, observe.Interval, "observe.interval, else no observation falls in it")
        : [];

    private static IEnumerable<Finding> WholeRelease(BoundFile file)
    {
        if (file.Section<StrategyPlan>("strategy") is not { } strategy || file.Section<DeadlinesPlan>("deadlines") is not { } deadlines || !Rises(strategy.Steps))
        {
            return [];
        }

        var pauses = strategy.ToRamp().Steps.Count - 1;
        return AtLeast(
            file, ["deadlines.release", "strategy.pause", "strategy.bake", "strategy"], deadlines.Release, (strategy.Pause * pauses) + strategy.Bake,
            $"the time of {pauses} pauses of {Durations.Write(strategy.Pause)} and a bake of {Durations.Write(strategy.Bake)}");
    }

    // the first path is the duration that is too short; the first one that was written is pointed at
    private static IEnumerable<Finding> AtLeast(BoundFile file, string[] paths, TimeSpan duration, TimeSpan least, string why)
    {
        if (duration < least)
        {
            yield return new Finding(
                Array.Find(paths, file.Has) ?? paths[0],
                $"'{paths[0]}' is too short: '{Durations.Write(duration)}' — allowed: at least {Durations.Write(least)}, {why}; make it longer, or the other shorter");
        }
    }

    private static bool Rises(IReadOnlyList<int> steps) => steps.Zip(steps.Skip(1)).All(pair => pair.First < pair.Second);
}
