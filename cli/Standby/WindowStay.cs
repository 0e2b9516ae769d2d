using BlueGreenServerless.Cli.Hosting;
using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Records;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Cli.Standby;

/// <summary>Stays until the rollback window of the live release has closed, on the guard.</summary>
internal sealed class WindowStay(MachineSession session)
{
    public async Task<int> UntilClosedAsync(CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var guard = new WindowGuard(session).RunAsync(over.Token);
        var window = UntilNothingIsLeftAsync(over.Token);
        try
        {
            await await Task.WhenAny(guard, window);
            return await window;
        }
        finally
        {
            await over.CancelAsync();
            await Task.WhenAll(guard, window).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<int> UntilNothingIsLeftAsync(CancellationToken cancellationToken)
    {
        var watched = await session.App.Store.FindLiveAsync(session.App.App, cancellationToken);
        while (watched is not null && await OpenAsync(watched, cancellationToken))
        {
            await Task.Delay(session.App.Host.Pace, session.App.Time, cancellationToken);
        }

        return watched is null ? ExitCodes.Done : await EndAsync(watched, cancellationToken);
    }

    private async Task<int> EndAsync(LivePointer watched, CancellationToken cancellationToken)
    {
        var record = await session.App.Store.FindAsync(session.App.App, watched.ReleaseId, cancellationToken);
        var code = record?.Outcome is Outcome.RolledBack or Outcome.RollbackFailed ? ExitCodes.NotReleased : ExitCodes.Done;
        session.Output.Happened(
            "windowClosed", new { release = watched.ReleaseId, record?.Outcome, exitCode = code },
            code == ExitCodes.Done
                ? $"The rollback window of version {watched.Version} has closed; the version before it is retired."
                : $"Version {watched.Version} was taken back in its rollback window: {record?.Failure?.Error}: {record?.Failure?.Cause}");
        return code;
    }

    /// <summary>True while the watched release is live with a window, or anything of the app still runs.</summary>
    private async Task<bool> OpenAsync(LivePointer watched, CancellationToken cancellationToken)
    {
        var live = await session.App.Store.FindLiveAsync(session.App.App, cancellationToken);
        var running = await session.Mover.RunningAsync(cancellationToken);
        return running.Any(execution => ExecutionApp.Of(execution) == session.App.App
            && (execution.Machine != EmbeddedDefinitions.Standby || (execution.Name == watched.ReleaseId && live?.ReleaseId == watched.ReleaseId)));
    }
}
