using BlueGreenServerless.Cli.Hosting;
using BlueGreenServerless.Cli.Narration;
using BlueGreenServerless.Cli.Output;
using BlueGreenServerless.Engine;

namespace BlueGreenServerless.Cli.Running;

/// <summary>A command that moves releases forward itself: the app's session with an engine in this process.</summary>
internal sealed class MachineSession : IAsyncDisposable
{
    private MachineSession(AppSession app, OneMachine machine)
    {
        App = app;
        Machine = machine;
        Follower = new ReleaseFollower(machine.Journal, app.Output, app.Time);
    }

    public AppSession App { get; }

    public OneMachine Machine { get; }

    public ReleaseFollower Follower { get; }

    public CommandOutput Output => App.Output;

    public static MachineSession Open(AppSession app) => new(app, OneMachine.Open(new OneMachineOptions(app.State) { Time = app.Time, Logs = app.Logs }));

    /// <summary>Runs something that ends well or is interrupted; an interruption stops the engine at the next boundary and says how to go on.</summary>
    public async Task<int> RunAsync(Func<CancellationToken, Task<int>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return await StopAsync();
        }
    }

    /// <summary>Follows a release to its end and says how it ended.</summary>
    public async Task<ReleaseEnd> FollowAsync(string release, CancellationToken cancellationToken)
    {
        var closed = await Follower.UntilClosedAsync(EmbeddedDefinitions.Release, release, cancellationToken);
        var end = ReleaseEnd.Of(closed, await Machine.Store.FindAsync(App.App, release, cancellationToken));
        Output.Happened("ended", end, end.Text(App.App));
        return end;
    }

    /// <summary>Moves on what else this app has running, such as a release that waited for this one's end.</summary>
    public async Task DriveOthersAsync(CancellationToken cancellationToken)
    {
        while (await NextRunningAsync(cancellationToken) is { } other)
        {
            Output.Advise($"'{other.Name}' runs now; this process moves it to its end. Ctrl-C stops at the next boundary.");
            await FollowAsync(other.Name, cancellationToken);
        }
    }

    public ValueTask DisposeAsync() => Machine.DisposeAsync();

    private async Task<Execution?> NextRunningAsync(CancellationToken cancellationToken)
    {
        var running = await Machine.Journal.ListAsync(ExecutionStatus.Running, cancellationToken: cancellationToken);
        return running.FirstOrDefault(execution => execution.Machine == EmbeddedDefinitions.Release && ExecutionApp.Of(execution) == App.App);
    }

    private async Task<int> StopAsync()
    {
        Output.Advise("Stopping at the next boundary; Ctrl-C again stops at once, which a release survives too.");
        Machine.Engine.RequestStop();
        await Machine.Engine.WhenStoppedAsync();
        Output.Happened(
            "stopped", new { app = App.App, exitCode = ExitCodes.Interrupted },
            "Stopped. What ran stays as it is, traffic included, until 'bluegreen resume' continues it; 'bluegreen abort' and then 'bluegreen resume' take it back.");
        return ExitCodes.Interrupted;
    }
}
