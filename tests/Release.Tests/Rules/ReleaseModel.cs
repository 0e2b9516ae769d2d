using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Records;
using BlueGreenServerless.Rules;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Release.Tests.Rules;

/// <summary>A model of the release machine: the world answers at random, Decide decides, and every invariant is checked at every step.</summary>
internal sealed class ReleaseModel(int seed)
{
    private const int MaxTurns = 20_000;

    private readonly Random random = new(seed);
    private readonly List<Signal> signals = [];
    private DateTimeOffset now = Documents.Begin;
    private Freeze? freeze;

    public List<int> Percents { get; } = [];

    public Document Run()
    {
        var document = Documents.Inspected(Plan(), random.Next(1, 4));
        for (var turn = 0; turn < MaxTurns; turn++)
        {
            document = Decided(document);
            switch (document.Decision)
            {
                case Decision.Complete or Decision.Abandon or Decision.Rollback:
                    return document;
                case Decision.Prepare:
                    document = EachTarget(document, Prepared);
                    break;
                case Decision.Approve:
                    now += TimeSpan.FromMinutes(random.Next(1, 60));
                    document = document with { Approval = new Approval(Chance(0.8), "ann", null, now) };
                    break;
                case Decision.Shift:
                    Percents.Add(document.Progress.Percent);
                    document = Observed(EachTarget(document, target => Shifted(target, document.Progress.Percent)));
                    break;
                default:
                    document = Observed(document);
                    break;
            }
        }

        throw new InvalidOperationException("The release does not end.");
    }

    private Document Decided(Document before)
    {
        Disturb();
        var after = Decider.Decide(before, signals, freeze, now);
        var again = Decider.Decide(after, signals, freeze, now);
        Require(again.Decision == after.Decision && again.Progress.Step == after.Progress.Step, "deciding twice decides the same");
        Require(after.Decision != Decision.Abandon || !before.Progress.ShiftStarted, "Abandon only before a shift");
        Require(after.Decision != Decision.Rollback || before.Progress.ShiftStarted, "Rollback only after a shift");
        Require(after.Decision is not (Decision.Abandon or Decision.Rollback) || after.Failure is not null, "giving up says why");
        Require(after.Progress.Percent >= before.Progress.Percent, "never back on the ramp");
        Require(after.Decision != Decision.Complete || after.Progress.Percent == 100, "complete means all traffic");
        Require(now <= after.Header.StartedAt + after.Plan.Deadlines.Release + TimeSpan.FromHours(2), "ends with the deadline");
        if (after.Decision == Decision.Shift)
        {
            Require(freeze is null, "frozen releases do not move forward");
            Require(before.Targets.All(target => target.Failure is null), "no shift after a failure");
            Require(before.Progress.Step < 0 || Judged(before), "no step is passed that was not judged");
        }

        return after;
    }

    private static bool Judged(Document document) =>
        document.Plan.Observe.NoData == NoDataPolicy.Proceed || document.Targets.All(target => target.Observation!.Verdict == ObservationVerdict.Good);

    private void Disturb()
    {
        if (Chance(0.01))
        {
            signals.Add(new Signal(Chance(0.5) ? SignalKind.Abort : SignalKind.Alarm, "ann", "why", now));
        }

        freeze = Chance(0.05) ? new Freeze("ann", "fair", now) : Chance(0.3) ? null : freeze;
    }

    private TargetState Prepared(TargetState target)
    {
        now += TimeSpan.FromSeconds(random.Next(1, 300));
        var worked = target with { Prepare = new PrepareState(PrepareVerdict.Ready, now, null) };
        return random.Next(20) switch
        {
            0 => worked with { Failure = new Failure(Reason.DeployFailed, "exit code 1") },
            1 => worked,
            _ => worked with { SeenHealthy = true, Smoke = new SmokeState(SmokeVerdict.Passed, 0, 0) },
        };
    }

    private TargetState Shifted(TargetState target, int percent)
    {
        Require(target.SeenHealthy, "traffic only to a colour that was seen healthy");
        var split = TrafficSplit.Toward(target.Idle(), percent);
        Require(split.Blue + split.Green == 100, "weights sum to 100");
        return Chance(0.02)
            ? target with { Failure = new Failure(Reason.HealthLost, "gone") }
            : target with { Split = split, Shift = new ShiftState(ShiftVerdict.Shifted, split, now) };
    }

    private Document Observed(Document document)
    {
        Require(document.Progress.WaitSeconds >= 1, "a wait is at least a second");
        now += TimeSpan.FromSeconds(document.Progress.WaitSeconds);
        return document.Progress.ShiftStarted ? EachTarget(document, Observed) : document;
    }

    private TargetState Observed(TargetState target) => target with
    {
        Observation = target.Observation! with
        {
            Verdict = random.Next(200) switch { 0 => ObservationVerdict.Bad, < 60 => ObservationVerdict.NoData, _ => ObservationVerdict.Good },
        },
    };

    private ReleasePlan Plan() => Documents.Plan with
    {
        Strategy = new StrategyPlan
        {
            Kind = (StrategyKind)random.Next(3), Step = random.Next(1, 101), Pause = TimeSpan.FromSeconds(random.Next(1, 600)),
            Bake = TimeSpan.FromSeconds(random.Next(1, 3600)),
        },
        Observe = new ObservePlan
        {
            Interval = TimeSpan.FromSeconds(random.Next(1, 60)), NoDataDeadline = TimeSpan.FromSeconds(random.Next(1, 900)), NoData = (NoDataPolicy)random.Next(2),
        },
        Approval = new ApprovalPlan { Required = Chance(0.3) },
        Deadlines = new DeadlinesPlan { Release = TimeSpan.FromMinutes(random.Next(1, 3000)) },
    };

    private static Document EachTarget(Document document, Func<TargetState, TargetState> change) =>
        document with { Targets = [.. document.Targets.Select(change)] };

    private bool Chance(double share) => random.NextDouble() < share;

    private void Require(bool holds, string invariant)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"Seed {seed}: {invariant}.");
        }
    }
}
