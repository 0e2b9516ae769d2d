using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Records;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Rules;

/// <summary>Says what a release does next. The hub of the machine: every loop passes through it, so every loop has its deadline.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>phase and findings</term><description>decision</description></listheader>
/// <item><term>any: a target failed, an abort, an alarm</term><description>Abandon before the first shift, Rollback after it</description></item>
/// <item><term>Inspect</term><description>Prepare</description></item>
/// <item><term>Prepare: a target not proven</term><description>Abandon</description></item>
/// <item><term>Prepare: approval required, none given / rejected</term><description>Approve / Abandon</description></item>
/// <item><term>Prepare: frozen / not</term><description>Hold / Shift to the first step</description></item>
/// <item><term>Ramp, Bake: a target Bad</term><description>Rollback</description></item>
/// <item><term>Ramp, Bake: not every target Good, or the time is not over</term><description>Hold; at the no-data deadline what the plan says</description></item>
/// <item><term>Ramp: Good, time over, frozen / not</term><description>Hold / Shift to the next step</description></item>
/// <item><term>Bake: Good, time over</term><description>Complete</description></item>
/// <item><term>the deadline of the release, before it is complete</term><description>Abandon or Rollback</description></item>
/// </list>
/// The bake counts from the shift to 100 percent; the pause of that step is not added. What has been decided and not been done yet is
/// decided again.
/// </remarks>
public static class Decider
{
    public static Release Decide(Release document, IReadOnlyList<Signal> signals, Freeze? freeze, DateTimeOffset now)
    {
        if (document.Decision is Decision.Abandon or Decision.Rollback)
        {
            return document;
        }

        if (RootCause.Find(document, signals) is { } failure)
        {
            return GiveUp(document, failure);
        }

        var next = IsStillToDo(document) ? document : document.Progress.Phase switch
        {
            Phase.Inspect => document with { Decision = Decision.Prepare, Progress = document.Progress with { Phase = Phase.Prepare, Since = now } },
            Phase.Prepare or Phase.Approve => BeforeTraffic(document, freeze, now),
            _ => UnderTraffic(document, freeze, now),
        };
        return IsTooLate(next, now) ? GiveUp(document, TooLate(document)) : next;
    }

    private static Release BeforeTraffic(Release document, Freeze? freeze, DateTimeOffset now)
    {
        if (document.Targets.FirstOrDefault(target => !IsProven(target)) is { } unproven)
        {
            return GiveUp(document, Unproven(unproven));
        }

        return document switch
        {
            { Plan.Approval.Required: true, Approval: null } =>
                document with { Decision = Decision.Approve, Progress = document.Progress with { Phase = Phase.Approve } },
            { Approval: { Approved: false } answer } =>
                GiveUp(document, new Failure(Reason.Rejected, $"The release was rejected by '{answer.By}': {answer.Comment ?? "no comment"}")),
            _ when freeze is not null => Hold(document, Pause.WhileFrozen(document, now)),
            _ => ToStep(document, 0, now),
        };
    }

    private static Release UnderTraffic(Release document, Freeze? freeze, DateTimeOffset now)
    {
        if (document.Targets.FirstOrDefault(target => target.Observation?.Verdict == ObservationVerdict.Bad) is { } bad)
        {
            return GiveUp(document, FailureText.Of(bad.Name, new Failure(Reason.ObservationBreached, bad.Observation!.Why)));
        }

        var isGood = document.Targets.All(target => target.Observation?.Verdict == ObservationVerdict.Good);
        if (!isGood && now >= Pause.NoDataEnd(document))
        {
            if (document.Plan.Observe.NoData == NoDataPolicy.Rollback)
            {
                return GiveUp(document, NoData(document));
            }

            isGood = true;
        }

        return !isGood || now < Pause.End(document) ? Hold(document, Pause.ToObserve(document, now))
            : document.Progress.Phase == Phase.Bake ? document with { Decision = Decision.Complete }
            : freeze is not null ? Hold(document, Pause.WhileFrozen(document, now))
            : ToStep(document, document.Progress.Step + 1, now);
    }

    private static Release ToStep(Release document, int step, DateTimeOffset now)
    {
        var percent = document.Plan.Strategy.ToRamp().Steps[step];
        var shifted = document with
        {
            Decision = Decision.Shift,
            Progress = document.Progress with
            {
                Phase = percent == 100 ? Phase.Bake : Phase.Ramp, Step = step, Percent = percent, Since = now, ShiftStarted = true,
            },
            Targets = [.. document.Targets.Select(target => target with { Observation = Unjudged(target.Observation, percent, now) })],
        };
        return shifted with { Progress = shifted.Progress with { WaitSeconds = Pause.ToObserve(shifted, now) } };
    }

    /// <summary>Each step is judged anew. A window that has not been judged is dropped: it belongs to the step before.</summary>
    private static ObservationState Unjudged(ObservationState? before, int percent, DateTimeOffset now) => new(
        ObservationVerdict.NoData, $"Not judged since the shift to {percent} %.",
        before?.Verdict == ObservationVerdict.Good ? before.Cursor : null, now, ColorMetrics.None, before?.Reference, before?.OldConnections);

    private static Release Hold(Release document, int seconds) =>
        document with { Decision = Decision.Hold, Progress = document.Progress with { WaitSeconds = seconds } };

    private static Release GiveUp(Release document, Failure failure) =>
        document with { Decision = document.Progress.ShiftStarted ? Decision.Rollback : Decision.Abandon, Failure = failure };

    /// <summary>No stage has worked on the document since it was decided.</summary>
    private static bool IsStillToDo(Release document) => document.Decision switch
    {
        Decision.Prepare => document.Targets.All(target => target.Prepare is null),
        Decision.Shift => document.Targets.All(target => target.Shift is null || target.Shift.At < document.Progress.Since),
        _ => false,
    };

    private static bool IsProven(TargetState target) => target is { SeenHealthy: true, Smoke.Verdict: SmokeVerdict.Passed };

    private static bool IsTooLate(Release next, DateTimeOffset now) =>
        next.Decision is not (Decision.Complete or Decision.Abandon or Decision.Rollback) && now >= next.Header.StartedAt + next.Plan.Deadlines.Release;

    private static Failure Unproven(TargetState target) => target.SeenHealthy
        ? new Failure(Reason.SmokeTestFailed, $"Target '{target.Name}' did not pass its smoke tests, so it gets no traffic.")
        : new Failure(Reason.HealthDeadlineExceeded, $"Target '{target.Name}' was not seen healthy, so it gets no traffic.");

    private static Failure NoData(Release document)
    {
        var silent = document.Targets.First(target => target.Observation?.Verdict != ObservationVerdict.Good);
        return new Failure(
            Reason.NoDataDeadlineExceeded,
            $"Target '{silent.Name}' could not be judged at {document.Progress.Percent} % within '{Durations.Of(document.Plan.Observe.NoDataDeadline)}' beyond the pause: " +
            $"{silent.Observation?.Why} Lower observe.minRequests, set observe.probe, or allow observe.noData: proceed.");
    }

    private static Failure TooLate(Release document) => new(
        Reason.ReleaseDeadlineExceeded,
        $"The release did not end within '{Durations.Of(document.Plan.Deadlines.Release)}'. Raise deadlines.release if it needs more time, and release again.");
}
