using System.Text.Json;

namespace BlueGreenServerless.Engine;

/// <summary>An execution as the journal knows it.</summary>
/// <param name="Output">Of a succeeded one.</param>
/// <param name="Error">Of a failed, timed out or aborted one.</param>
/// <param name="CurrentStates">Where a running one is; several while branches run.</param>
/// <param name="NextWakeUp">The earliest time at which a waiting state, a pending retry or a task's timeout is due.</param>
/// <param name="HasLivingOwner">A living process runs it. False for a running one means that <c>resume</c> would continue it.</param>
public sealed record Execution(
    string Machine,
    string Name,
    ExecutionStatus Status,
    JsonElement Input,
    JsonElement? Output,
    string? Error,
    string? Cause,
    DateTimeOffset Started,
    DateTimeOffset? Stopped,
    IReadOnlyList<string> CurrentStates,
    DateTimeOffset? NextWakeUp,
    bool HasLivingOwner);
