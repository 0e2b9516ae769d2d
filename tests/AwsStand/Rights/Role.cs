using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BlueGreenServerless.AwsStand.Rights;

/// <summary>What the policies of a role allow. They have no denials, which a test of the templates checks by there being only grants.</summary>
internal sealed class Role(IReadOnlyList<JsonObject> statements)
{
    public bool Allows(NeededRight need) => statements.Any(statement =>
        statement["Effect"]!.ToString() == "Allow"
        && Texts(statement["Action"]).Any(action => IsLike(need.Action, action))
        && Texts(statement["Resource"]).Any(resource => IsLike(need.Resource, resource))
        && Holds(statement["Condition"]?.AsObject(), need.Tags));

    private static bool Holds(JsonObject? condition, IReadOnlyDictionary<string, string> values) => condition is null || condition.All(test => test.Key == "StringEquals"
        ? test.Value!.AsObject().All(key => values.TryGetValue(key.Key, out var value) && Texts(key.Value).Contains(value, StringComparer.Ordinal))
        : throw new NotSupportedException($"A policy has the condition '{test.Key}', which the stand does not know. Teach it."));

    private static bool IsLike(string text, string pattern) => Regex.IsMatch(
        text, $"\\A{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal)}\\z", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => list.Select(item => item!.ToString()),
        _ => [node.ToString()],
    };
}
