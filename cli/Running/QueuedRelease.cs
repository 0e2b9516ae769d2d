using BlueGreenServerless.Cli.Hosting;
using BlueGreenServerless.Functions.Trigger;

namespace BlueGreenServerless.Cli.Running;

/// <summary>A release that waits for the end of the one before it, whichever process moves that.</summary>
internal sealed class QueuedRelease(MachineSession session, string release)
{
    private static readonly TimeSpan _pace = TimeSpan.FromMilliseconds(500);

    /// <returns>False when a newer request took its place.</returns>
    public async Task<bool> UntilStartedAsync(CancellationToken cancellationToken)
    {
        while (await session.Machine.Journal.DescribeAsync(EmbeddedDefinitions.Release, release, cancellationToken) is null)
        {
            // the process before may have died, or ended between its last step and the queue
            await new Leftovers(session).ContinueAsync(cancellationToken);
            if (await session.Machine.Trigger.StartQueuedAsync(session.App.App, cancellationToken) is { Status: TriggerStatus.Started } next && next.ReleaseId != release)
            {
                return Replaced(next.ReleaseId);
            }

            await Task.Delay(_pace, session.App.Time, cancellationToken);
        }

        return true;
    }

    private bool Replaced(string by)
    {
        session.Output.Happened("replaced", new { release, by }, $"'{release}' was not started: the newer '{by}' took its place in the queue. Release it again if you still want it.");
        return false;
    }
}
