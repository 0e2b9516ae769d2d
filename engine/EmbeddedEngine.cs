using System.Text.Json;
using BlueGreenServerless.Engine.Journals;
using BlueGreenServerless.Engine.Running;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Engine;

/// <summary>
/// Runs state machines in this process, with Step Functions' semantics, and journals every transition before it takes effect:
/// a process that is killed at any point leaves executions that <see cref="ResumeAsync"/> continues.
/// </summary>
public sealed class EmbeddedEngine : IExecutions, IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource cut = new();
    private readonly Activity activity = new();
    private readonly OwnedRuns runs = new();
    private readonly TokenDesk tokens;
    private readonly OwnerLock ownerLock;
    private readonly JournalWriter writer;
    private readonly SignalPump pump;
    private readonly Executions executions;
    private readonly Journal journal;

    public EmbeddedEngine(EngineOptions options)
    {
        var owner = options.NewId().ToString("N");
        ownerLock = new OwnerLock(options.JournalPath, owner);
        writer = new JournalWriter(options.JournalPath, options.Committed);
        tokens = new TokenDesk(options.JournalPath);
        executions = new Executions(
            children => new EngineParts(options, writer, activity, tokens, children, stopping.Token, cut.Token), runs, owner);
        journal = new Journal(options.JournalPath);
        pump = new SignalPump(options, Deliver);
        pump.Start();
    }

    /// <exception cref="Failures.InvalidRequestException">No such machine, or not a name for an execution.</exception>
    public Task<StartResult> StartAsync(string machine, string name, JsonElement input, CancellationToken cancellationToken)
    {
        ThrowIfStopping();
        return executions.StartAsync(machine, name, input, parent: null);
    }

    /// <summary>
    /// Waits until the execution is closed, wherever it runs. Comes back with a running one only when this engine was asked to stop.
    /// </summary>
    /// <exception cref="Failures.ReleaseNotFoundException">No such execution.</exception>
    public Task<Execution> WaitAsync(string machine, string name, CancellationToken cancellationToken) =>
        executions.WaitAsync(machine, name, cancellationToken);

    /// <inheritdoc cref="Journal.DescribeAsync"/>
    public Task<Execution?> DescribeAsync(string machine, string name, CancellationToken cancellationToken = default) =>
        journal.DescribeAsync(machine, name, cancellationToken);

    /// <inheritdoc cref="Journal.ListAsync"/>
    public Task<IReadOnlyList<Execution>> ListAsync(
        ExecutionStatus? status = null, int limit = 100, CancellationToken cancellationToken = default) =>
        journal.ListAsync(status, limit, cancellationToken);

    /// <inheritdoc cref="Journal.HistoryAsync"/>
    public Task<IReadOnlyList<HistoryEvent>> HistoryAsync(
        string machine, string name, long afterId = 0, CancellationToken cancellationToken = default) =>
        journal.HistoryAsync(machine, name, afterId, cancellationToken);

    /// <summary>
    /// Ends a running execution as ABORTED. One of this engine has ended when this returns; another process notices within its
    /// <see cref="EngineOptions.SignalInterval"/>. A closed one is left as it is.
    /// </summary>
    /// <exception cref="Failures.ReleaseNotFoundException">No such execution.</exception>
    public Task StopAsync(string machine, string name, string error, string cause, CancellationToken cancellationToken) =>
        executions.StopAsync(machine, name, error, cause);

    public Task SendTaskSuccessAsync(string token, JsonElement output, CancellationToken cancellationToken) =>
        executions.AnswerAsync(SignalKind.TaskSuccess, token, output.GetRawText(), string.Empty);

    public Task SendTaskFailureAsync(string token, string error, string cause, CancellationToken cancellationToken) =>
        executions.AnswerAsync(SignalKind.TaskFailure, token, error, cause);

    public Task SendTaskHeartbeatAsync(string token, CancellationToken cancellationToken) =>
        executions.AnswerAsync(SignalKind.TaskHeartbeat, token, string.Empty, string.Empty);

    /// <summary>Continues every running execution that no living process owns; says which (machine and name).</summary>
    public async Task<IReadOnlyList<(string Machine, string Name)>> ResumeAsync(CancellationToken cancellationToken)
    {
        ThrowIfStopping();
        var resumed = await executions.ResumeAsync(cancellationToken);
        pump.StartOver();
        return [.. resumed.Select(row => (row.Machine, row.Name))];
    }

    /// <summary>
    /// Asks every execution of this engine to stop at its next state boundary: a function in flight ends first, a wait is left at once.
    /// They stay RUNNING in the journal and <see cref="ResumeAsync"/> of another engine continues them. Nothing can be started any more.
    /// </summary>
    public void RequestStop() => stopping.Cancel();

    /// <summary>Completes when nothing of this engine runs any more, after <see cref="RequestStop"/> or because all has ended.</summary>
    public Task WhenStoppedAsync() => runs.WhenNoneAsync();

    /// <summary>Completes when every execution of this engine waits for time, a token or nothing at all; for tests that move the clock.</summary>
    public Task WhenIdleAsync() => WhenIdleAsync(0);

    /// <summary>The same, but for so many branches whose functions are known to wait for time themselves.</summary>
    public Task WhenIdleAsync(int inFunctions) => activity.WhenAtMostAsync(inFunctions);

    /// <summary>Cuts what runs (functions in flight are cancelled and will run again on resume) and gives up ownership.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await cut.CancelAsync();
        await runs.WhenNoneAsync();
        await pump.DisposeAsync();
        await writer.DisposeAsync();
        ownerLock.Dispose();
        stopping.Dispose();
        cut.Dispose();
    }

    private void Deliver(Signal signal)
    {
        if (signal.Kind == SignalKind.Stop)
        {
            runs.Stop(signal);
        }
        else
        {
            tokens.Deliver(signal);
        }
    }

    private void ThrowIfStopping()
    {
        if (stopping.IsCancellationRequested)
        {
            throw new InvalidOperationException("This engine has been asked to stop. Make another one to go on.");
        }
    }
}
