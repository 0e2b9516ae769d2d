using System.Text.Json;

namespace BlueGreenServerless.Engine.Running;

/// <summary>The item of a Map that a branch works on: <c>$$.Map.Item</c>.</summary>
internal sealed record MapItem(int Index, JsonElement Value);
