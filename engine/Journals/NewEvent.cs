using System.Text.Json;

namespace BlueGreenServerless.Engine.Journals;

/// <summary>An event that is not yet in the journal.</summary>
internal sealed record NewEvent(DateTimeOffset Timestamp, string Type, string Branch, string? State, JsonElement? Details);
