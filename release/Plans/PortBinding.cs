using System.Text.Json;

namespace BlueGreenServerless.Plans;

/// <summary>Which provider serves a port of a target, and with which options.</summary>
/// <param name="Provider">The registered name, for example the one that <c>bluegreen providers</c> lists.</param>
/// <param name="Options">The provider's own options as JSON. Never a secret: only the name of one.</param>
public sealed record PortBinding(string Provider, JsonElement Options);
