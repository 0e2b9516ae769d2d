using System.Text.Json;
using BlueGreenServerless.Engine.Journals;
using BlueGreenServerless.Engine.Running;

namespace BlueGreenServerless.Engine;

/// <summary>Stops executions and answers task tokens from a process that runs no engine; the owner notices by itself.</summary>
public sealed class ExecutionControl(string journalPath, TimeProvider time)
{
    /// <summary>Ends a running execution as ABORTED: at once when no living process owns it, else its owner does so shortly.</summary>
    /// <exception cref="Failures.ReleaseNotFoundException">No such execution.</exception>
    public Task StopAsync(string machine, string name, string error, string cause) =>
        AskAsync(requests => requests.StopAsync(machine, name, error, cause));

    /// <exception cref="Failures.ReleaseNotFoundException">No state waits for the token (any more).</exception>
    public Task SendTaskSuccessAsync(string token, JsonElement output) =>
        AskAsync(requests => requests.AnswerAsync(SignalKind.TaskSuccess, token, output.GetRawText(), string.Empty));

    /// <inheritdoc cref="SendTaskSuccessAsync"/>
    public Task SendTaskFailureAsync(string token, string error, string cause) =>
        AskAsync(requests => requests.AnswerAsync(SignalKind.TaskFailure, token, error, cause));

    /// <inheritdoc cref="SendTaskSuccessAsync"/>
    public Task SendTaskHeartbeatAsync(string token) =>
        AskAsync(requests => requests.AnswerAsync(SignalKind.TaskHeartbeat, token, string.Empty, string.Empty));

    private async Task AskAsync(Func<Requests, Task> ask)
    {
        await using var writer = new JournalWriter(journalPath, () => { });
        await ask(new Requests(journalPath, writer, time));
    }
}
