using System.Text.Json;

namespace BlueGreenServerless.Engine;

/// <summary>One line of an execution's history.</summary>
/// <param name="Id">Rises within the execution.</param>
/// <param name="Type">Step Functions' name: ExecutionStarted, TaskStateEntered, TaskScheduled, ...</param>
/// <param name="Branch">Empty for the machine's own states; <c>/2</c> is the third branch or item, <c>/2/0</c> the first one inside it.</param>
/// <param name="State">The state it happened in; null for events of the execution.</param>
/// <param name="Details">
/// input, output, error, cause, resource and so on, by type. An exited state's output is not kept twice: it is the input of the next one.
/// </param>
public sealed record HistoryEvent(long Id, DateTimeOffset Timestamp, string Type, string Branch, string? State, JsonElement? Details);
