using System.Text.Json;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Engine;

/// <summary>Runs state machines in this process, with Step Functions' semantics, and journals every transition.</summary>
public sealed class EmbeddedEngine(EngineOptions options) : IExecutions, IAsyncDisposable
{
    public EngineOptions Options { get; } = options;

    public Task<StartResult> StartAsync(string machine, string name, JsonElement input, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>
    /// Waits until the execution is closed, wherever it runs. Comes back with a running one only when this engine owns it and was
    /// asked to stop.
    /// </summary>
    /// <exception cref="Failures.ReleaseNotFoundException">No such execution.</exception>
    public Task<Execution> WaitAsync(string machine, string name, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<Execution?> DescribeAsync(string machine, string name, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<Execution>> ListAsync(ExecutionStatus? status = null, int limit = 100, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<HistoryEvent>> HistoryAsync(string machine, string name, long afterId = 0, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    /// <summary>Ends a running execution as ABORTED, whichever process owns it; a living owner notices within <see cref="EngineOptions.SignalInterval"/>.</summary>
    public Task StopAsync(string machine, string name, string error, string cause, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task SendTaskSuccessAsync(string token, JsonElement output, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task SendTaskFailureAsync(string token, string error, string cause, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task SendTaskHeartbeatAsync(string token, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>Continues every running execution that no living process owns, and returns them.</summary>
    public Task<IReadOnlyList<Execution>> ResumeAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>
    /// Asks every execution of this engine to stop at its next state boundary: a function in flight ends first, a wait is left at once.
    /// They stay RUNNING in the journal and <see cref="ResumeAsync"/> continues them, here or in another process.
    /// </summary>
    public void RequestStop() => throw new NotSupportedException();

    /// <summary>Completes when nothing of this engine runs any more, after <see cref="RequestStop"/> or because all has ended.</summary>
    public Task WhenStoppedAsync() => throw new NotSupportedException();

    /// <summary>Completes when every execution of this engine waits for time, a token or nothing at all; for tests that move the clock.</summary>
    public Task WhenIdleAsync() => throw new NotSupportedException();

    /// <summary>Cuts what runs (functions in flight are cancelled and will run again on resume) and gives up ownership.</summary>
    public ValueTask DisposeAsync() => throw new NotSupportedException();
}
