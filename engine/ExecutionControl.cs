using System.Text.Json;

namespace BlueGreenServerless.Engine;

/// <summary>Stops executions and answers task tokens from a process that runs no engine; the owner notices by itself.</summary>
public sealed class ExecutionControl(string journalPath, TimeProvider time)
{
    public string JournalPath { get; } = journalPath;

    public TimeProvider Time { get; } = time;

    /// <exception cref="Failures.ReleaseNotFoundException">No such execution.</exception>
    public Task StopAsync(string machine, string name, string error, string cause, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <exception cref="Failures.ReleaseNotFoundException">No state waits for the token (any more).</exception>
    public Task SendTaskSuccessAsync(string token, JsonElement output, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task SendTaskFailureAsync(string token, string error, string cause, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task SendTaskHeartbeatAsync(string token, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
