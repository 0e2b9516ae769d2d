using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Records;

namespace BlueGreenServerless.Cli.Output;

/// <summary>Everything that is known of an app now.</summary>
/// <param name="Live">The release that has the traffic; null when none was made from here.</param>
/// <param name="Window">Time left in which the version before it can be put back; null when there is none.</param>
/// <param name="Running">The release that runs.</param>
/// <param name="Moved">Somebody moves the running release forward.</param>
/// <param name="MovedBy">Who does, in words.</param>
/// <param name="Waiting">The release that starts next.</param>
internal sealed record AppStatus(
    string App, LivePointer? Live, TimeSpan? Window, ReleaseSummary? Running, Progress? Progress, bool Moved, string MovedBy,
    LockGrant? Lock, Freeze? Freeze, WaitingApproval? Approval, WaitingRelease? Waiting, DateTimeOffset At)
{
    public static async Task<AppStatus> ReadAsync(AppSession session, CancellationToken cancellationToken)
    {
        var now = session.Time.GetUtcNow();
        var live = await session.Store.FindLiveAsync(session.App, cancellationToken);
        var running = await session.FindRunningAsync(cancellationToken);
        var pending = await session.Store.FindPendingApprovalAsync(session.App, cancellationToken);
        var queued = await session.Store.FindQueuedAsync(session.App, cancellationToken);
        return new AppStatus(
            session.App, live, live?.StandbyUntil > now ? live.StandbyUntil - now : null,
            running is null ? null : ReleaseSummary.Of(running), running?.Document.Progress, running is not null && await session.IsMovedAsync(running.Id, cancellationToken),
            session.Host.MovesHere ? "a living process" : "the state machines of the cloud",
            await session.Store.FindLockAsync(session.App, cancellationToken), await session.Store.FindFreezeAsync(session.App, cancellationToken),
            pending is null ? null : new WaitingApproval(pending.ReleaseId, pending.Since, pending.Until),
            queued is null ? null : WaitingRelease.Of(queued), now);
    }
}
