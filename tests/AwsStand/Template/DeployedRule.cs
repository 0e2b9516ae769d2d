using System.Text.Json.Nodes;

namespace BlueGreenServerless.AwsStand.Template;

/// <summary>A rule of EventBridge.</summary>
/// <param name="Functions">Names of the functions that it starts.</param>
public sealed record DeployedRule(string Name, JsonObject Pattern, IReadOnlyList<string> Functions);
