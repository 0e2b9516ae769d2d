using BlueGreenServerless.Cli.Hosting;
using BlueGreenServerless.Functions.Trigger;

namespace BlueGreenServerless.Cli.Running;

/// <summary>A release that waits for the end of the one before it, whichever process moves that.</summary>
internal sealed class QueuedRelease(MachineSession session, string release)
{
    /// <summary>Looks in a row that find nothing waiting before the request counts as replaced: another process may just be starting it.</summary>
    private const int EmptyLooks = 10;

    private int _empty;

    /// <returns>False when a newer request took its place.</returns>
    public async Task<bool> UntilStartedAsync(CancellationToken cancellationToken)
    {
        while (await session.Executions.DescribeAsync(EmbeddedDefinitions.Release, release, cancellationToken) is null)
        {
            // the process before may have died, or ended between its last step and the queue
            await new Leftovers(session).ContinueAsync(cancellationToken);
            if (await session.Trigger.StartQueuedAsync(session.App.App, cancellationToken) is { Status: TriggerStatus.Started } next && next.ReleaseId != release)
            {
                return Replaced(next.ReleaseId);
            }

            if (await IsGoneAsync(cancellationToken))
            {
                return Replaced("a newer request");
            }

            await Task.Delay(session.App.Host.Pace, session.App.Time, cancellationToken);
        }

        return true;
    }

    /// <summary>With no lock and no freeze in its way, a waiting request is started: when nothing is, there is none any more.</summary>
    private async Task<bool> IsGoneAsync(CancellationToken cancellationToken)
    {
        var blocked = await session.App.Store.FindLockAsync(session.App.App, cancellationToken) is not null
            || await session.App.Store.FindFreezeAsync(session.App.App, cancellationToken) is not null;
        _empty = blocked ? 0 : _empty + 1;
        return _empty >= EmptyLooks;
    }

    private bool Replaced(string by)
    {
        session.Output.Happened("replaced", new { release, by }, $"'{release}' was not started: '{by}' took its place in the queue. Release it again if you still want it.");
        return false;
    }
}
