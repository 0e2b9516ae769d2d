using BlueGreenServerless.Cli.Hosting;
using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Cli.Standby;
using BlueGreenServerless.Plans;

namespace BlueGreenServerless.Cli.Folder;

/// <summary>
/// Three loops until cancelled: new artifacts become requests, running releases are told, and the window is guarded. An artifact's
/// release has a name that follows from its content, so that it starts once, over restarts too.
/// </summary>
internal sealed class FolderWatch(MachineSession session, string directory, ReleaseConfiguration configuration)
{
    private static readonly TimeSpan _pace = TimeSpan.FromMilliseconds(500);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await new Leftovers(session).ContinueAsync(cancellationToken);
        session.Output.Happened("watching", new { directory }, $"Watching '{directory}' for artifacts of '{session.App.App}'. Ctrl-C stops.");
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] loops = [ScanAsync(over.Token), TellAsync(over.Token), new WindowGuard(session).RunAsync(over.Token)];
        try
        {
            await await Task.WhenAny(loops);
        }
        finally
        {
            await over.CancelAsync();
            await Task.WhenAll(loops).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return ExitCodes.Done;
    }

    private async Task ScanAsync(CancellationToken cancellationToken)
    {
        var arrivals = new Arrivals(session, directory, configuration);
        while (true)
        {
            await arrivals.RequestNewAsync(cancellationToken);
            await session.Trigger.StartQueuedAsync(session.App.App, cancellationToken);
            await Task.Delay(_pace, session.App.Time, cancellationToken);
        }
    }

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var running = await session.Mover.RunningAsync(cancellationToken);
            foreach (var release in running.Where(execution => execution.Machine == EmbeddedDefinitions.Release && told.Add(execution.Name)))
            {
                await session.FollowAsync(release.Name, cancellationToken);
            }

            await Task.Delay(_pace, session.App.Time, cancellationToken);
        }
    }
}
