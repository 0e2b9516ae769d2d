using BlueGreenServerless.Cli.Hosting;
using BlueGreenServerless.Cli.Narration;
using BlueGreenServerless.Cli.Output;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Functions.Trigger;

namespace BlueGreenServerless.Cli.Running;

/// <summary>A command that starts releases and follows them, and moves them where that is up to this process.</summary>
internal sealed class MachineSession : IAsyncDisposable
{
    private string? _followed;

    private MachineSession(AppSession app, IReleaseMover mover)
    {
        App = app;
        Mover = mover;
        Trigger = new TriggerFunction(mover.Services);
        Follower = new ReleaseFollower(app.Host.Executions, app.Output, app.Time, app.Host.Pace);
    }

    public AppSession App { get; }

    public IReleaseMover Mover { get; }

    /// <summary>The one door for requests.</summary>
    public TriggerFunction Trigger { get; }

    public ReleaseFollower Follower { get; }

    public IExecutionLog Executions => App.Host.Executions;

    public CommandOutput Output => App.Output;

    public static MachineSession Open(AppSession app) => new(app, app.Host.Open());

    /// <summary>Runs something that ends well or is interrupted; an interruption stops at the next boundary what runs here, and says how to go on.</summary>
    public async Task<int> RunAsync(Func<CancellationToken, Task<int>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return App.Host.MovesHere ? await StopAsync() : Leave();
        }
    }

    /// <summary>Follows a release to its end and says how it ended.</summary>
    public async Task<ReleaseEnd> FollowAsync(string release, CancellationToken cancellationToken)
    {
        _followed = release;
        var closed = await Follower.UntilClosedAsync(EmbeddedDefinitions.Release, release, cancellationToken);
        var end = ReleaseEnd.Of(closed, await App.Store.FindAsync(App.App, release, cancellationToken));
        Output.Happened("ended", end, end.Text(App.App));
        return end;
    }

    /// <summary>Moves on what else this app has running here, such as a release that waited for this one's end.</summary>
    public async Task DriveOthersAsync(CancellationToken cancellationToken)
    {
        while (App.Host.MovesHere && await NextRunningAsync(cancellationToken) is { } other)
        {
            Output.Advise($"'{other.Name}' runs now; this process moves it to its end. Ctrl-C stops at the next boundary.");
            await FollowAsync(other.Name, cancellationToken);
        }
    }

    public ValueTask DisposeAsync() => Mover.DisposeAsync();

    private async Task<Execution?> NextRunningAsync(CancellationToken cancellationToken)
    {
        var running = await Mover.RunningAsync(cancellationToken);
        return running.FirstOrDefault(execution => execution.Machine == EmbeddedDefinitions.Release && ExecutionApp.Of(execution) == App.App);
    }

    private async Task<int> StopAsync()
    {
        Output.Advise("Stopping at the next boundary; Ctrl-C again stops at once, which a release survives too.");
        await Mover.StopAsync();
        Output.Happened(
            "stopped", new { app = App.App, exitCode = ExitCodes.Interrupted },
            "Stopped. What ran stays as it is, traffic included, until 'bluegreen resume' continues it; 'bluegreen abort' and then 'bluegreen resume' take it back.");
        return ExitCodes.Interrupted;
    }

    private int Leave()
    {
        Output.Happened(
            "left", new { app = App.App, release = _followed, exitCode = ExitCodes.Interrupted },
            $"Not followed any more; {(_followed is null ? "what was asked for" : $"'{_followed}'")} goes on. " +
            "'bluegreen watch' shows it again, 'bluegreen abort' ends it and puts the traffic back.");
        return ExitCodes.Interrupted;
    }
}
