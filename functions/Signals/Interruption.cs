using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Records;
using BlueGreenServerless.Rules;

namespace BlueGreenServerless.Functions.Signals;

/// <summary>What a target that is getting ready is told from outside.</summary>
internal static class Interruption
{
    /// <summary>Why the target should not go on: an abort, an alarm, another target that failed. Null when it should.</summary>
    public static async Task<Failure?> FindAsync(IReleaseStore store, TargetRelease document, CancellationToken cancellationToken)
    {
        var signals = await store.SignalsAsync(document.Header.App, document.Header.Id, cancellationToken);
        return RootCause.OfSignal(signals) ?? OfOther(document.Target.Name, signals);
    }

    /// <summary>Tells the other targets that this one failed for certain.</summary>
    public static Task RaiseAsync(StageServices services, TargetRelease document, Failure failure, CancellationToken cancellationToken) =>
        services.Store.RaiseAsync(
            document.Header.App, document.Header.Id,
            new Signal(SignalKind.TargetFailed, document.Target.Name, $"{failure.Error}: {failure.Cause}", services.Time.GetUtcNow()), cancellationToken);

    private static Failure? OfOther(string target, IReadOnlyList<Signal> signals) =>
        signals.FirstOrDefault(signal => signal.Kind == SignalKind.TargetFailed && signal.By != target) is { } other
            ? new Failure(Reason.OtherTargetFailed, $"Target '{other.By}' of the same release failed. {other.Text}")
            : null;
}
