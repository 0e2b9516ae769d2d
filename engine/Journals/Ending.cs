using System.Text.Json;

namespace BlueGreenServerless.Engine.Journals;

/// <summary>How an execution ended.</summary>
internal sealed record Ending(ExecutionStatus Status, JsonElement? Output, string? Error, string? Cause);
