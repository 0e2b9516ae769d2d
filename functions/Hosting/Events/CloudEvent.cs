using System.Text.Json;

namespace BlueGreenServerless.Functions.Hosting.Events;

/// <summary>An EventBridge event whose envelope has been checked.</summary>
/// <param name="Time">When what it tells of happened, as its source says.</param>
public sealed record CloudEvent(string Id, string DetailType, string Source, DateTimeOffset Time, JsonElement Detail);
