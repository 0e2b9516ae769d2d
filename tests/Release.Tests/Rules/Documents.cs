using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Testing.Fakes;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Release.Tests.Rules;

/// <summary>Documents at the points of a release where Decide sees them.</summary>
internal static class Documents
{
    public static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static ReleasePlan Plan { get; } = FakeWorld.Configuration().WithoutTargets();

    public static Document Inspected(ReleasePlan? plan = null, int targets = 2) => new()
    {
        Header = new ReleaseHeader("shop-2-abc", "shop", new Artifact(new Uri("file:///shop.tgz"), "2"), "test", Begin),
        Plan = plan ?? Plan,
        Progress = new Progress { Targets = targets },
        Targets = [.. Enumerable.Range(1, targets).Select(number => Target($"t{number}"))],
    };

    /// <summary>All targets proven; Decide is asked whether traffic may move.</summary>
    public static Document Prepared(ReleasePlan? plan = null, int targets = 2) => Inspected(plan, targets) with
    {
        Decision = Decision.Prepare,
        Progress = new Progress { Phase = Phase.Prepare, Since = Begin, Targets = targets },
        Targets = [.. Enumerable.Range(1, targets).Select(number => Proven($"t{number}"))],
    };

    /// <summary>Shifted to a step of the ramp and observed.</summary>
    public static Document OnStep(int step, ObservationVerdict verdict, ReleasePlan? plan = null)
    {
        var percent = (plan ?? Plan).Strategy.ToRamp().Steps[step];
        return Prepared(plan) with
        {
            Decision = Decision.Hold,
            Progress = new Progress
            {
                Phase = percent == 100 ? Phase.Bake : Phase.Ramp, Step = step, Percent = percent, Since = Begin, ShiftStarted = true, Targets = 2,
            },
            Targets = [.. new[] { "t1", "t2" }.Select(name => Observed(Proven(name), verdict, percent))],
        };
    }

    public static TargetState Target(string name) => new()
    {
        Name = name, Router = FakeWorld.Binding(name), Hosts = FakeWorld.Binding(name), Metrics = FakeWorld.Binding(name), Live = Color.Blue,
        Split = TrafficSplit.All(Color.Blue),
    };

    public static TargetState Proven(string name) => Target(name) with
    {
        SeenHealthy = true, Prepare = new PrepareState(PrepareVerdict.Ready, Begin, null), Smoke = new SmokeState(SmokeVerdict.Passed, 1, 1),
    };

    public static TargetState Observed(TargetState target, ObservationVerdict verdict, int percent) => target with
    {
        Shift = new ShiftState(ShiftVerdict.Shifted, TrafficSplit.Toward(Color.Green, percent), Begin),
        Split = TrafficSplit.Toward(Color.Green, percent),
        Observation = new ObservationState(verdict, $"it is {verdict}", null, Begin, ColorMetrics.None, null, null),
    };

    public static Document Failing(this Document document, int index, string reason) => document with
    {
        Targets = [.. document.Targets.Select((target, at) => at == index ? target with { Failure = new Failure(reason, $"because of {reason}") } : target)],
    };
}
