using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Records;

namespace BlueGreenServerless.Rules;

/// <summary>Finds why a release cannot go on: the target that failed first by itself, before what only followed from it.</summary>
public static class RootCause
{
    /// <summary>Reasons that a target has from outside.</summary>
    private static readonly string[] Followed = [Reason.OtherTargetFailed, Reason.Aborted, Reason.AlarmFired];

    /// <summary>Null when nothing has failed and nobody wants it to end.</summary>
    public static Failure? Find(Release document, IReadOnlyList<Signal> signals) =>
        OfTarget(document, failure => !Followed.Contains(failure.Error))
        ?? OfSignal(signals)
        ?? OfTarget(document, failure => failure.Error != Reason.OtherTargetFailed)
        ?? OfTarget(document, _ => true);

    /// <summary>What people and alarms told the release; null when nothing.</summary>
    public static Failure? OfSignal(IReadOnlyList<Signal> signals)
    {
        if (signals.FirstOrDefault(signal => signal.Kind == SignalKind.Abort) is { } abort)
        {
            return new Failure(Reason.Aborted, $"The release was aborted by '{abort.By}': {abort.Text}");
        }

        return signals.FirstOrDefault(signal => signal.Kind == SignalKind.Alarm) is { } alarm
            ? new Failure(Reason.AlarmFired, $"The alarm '{alarm.Text}' fired, reported by '{alarm.By}'.")
            : null;
    }

    private static Failure? OfTarget(Release document, Func<Failure, bool> wanted) => document.Targets
        .Where(target => target.Failure is not null && wanted(target.Failure))
        .Select(target => FailureText.Of(target.Name, target.Failure!))
        .FirstOrDefault();
}
