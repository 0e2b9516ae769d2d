using System.Text.Json.Nodes;

namespace BlueGreenServerless.AwsStand.Template;

/// <param name="Timeout">After which Lambda cuts it.</param>
/// <param name="Statements">What its role may do, as in a policy.</param>
/// <param name="HasDeadLetters">What it fails on is kept.</param>
public sealed record DeployedFunction(
    string Name, string Handler, TimeSpan Timeout, IReadOnlyDictionary<string, string> Environment, IReadOnlyList<JsonObject> Statements, bool HasDeadLetters);
