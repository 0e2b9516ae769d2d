using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Trigger;
using BlueGreenServerless.Records;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.Cli.Running;

/// <summary>Tells a release that has not ended to go back by itself, whichever process moves it.</summary>
internal static class Abortion
{
    /// <returns>Null when the release that is meant does not run.</returns>
    public static async Task<TriggerResult?> TellAsync(AppSession session, RollbackRequest request, CancellationToken cancellationToken)
    {
        var running = await session.FindRunningAsync(cancellationToken);
        if (running is null || (request.ReleaseId is { } wanted && wanted != running.Id) || !await session.IsOpenAsync(running.Id, cancellationToken))
        {
            return null;
        }

        var now = session.Time.GetUtcNow();
        await session.Store.RaiseAsync(session.App, running.Id, new Signal(SignalKind.Abort, request.By, request.Reason, now), cancellationToken);
        await AnswerApprovalAsync(session, running.Id, new Approval(false, request.By, request.Reason, now), cancellationToken);
        return new TriggerResult(
            running.Id, TriggerStatus.Signalled, $"Asked '{running.Id}' to end. It stops at its next decision and the traffic is as before; 'bluegreen watch' shows it.", running.Id);
    }

    /// <summary>One that waits for a person would not look at the signal before he answers.</summary>
    private static async Task AnswerApprovalAsync(AppSession session, string release, Approval answer, CancellationToken cancellationToken)
    {
        if (await session.Store.FindPendingApprovalAsync(session.App, cancellationToken) is not { } pending || pending.ReleaseId != release)
        {
            return;
        }

        try
        {
            await session.Host.AnswerAsync(pending.Token, ReleaseJson.ToElement(answer), cancellationToken);
        }
        catch (ReleaseNotFoundException)
        {
            // answered in the same moment: the signal decides
        }
    }
}
