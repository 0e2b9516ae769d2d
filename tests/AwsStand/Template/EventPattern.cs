using System.Text.Json.Nodes;

namespace BlueGreenServerless.AwsStand.Template;

/// <summary>Whether an event matches a rule's pattern: every field of the pattern is there with one of its values (user guide, "Event patterns").</summary>
public static class EventPattern
{
    public static bool Matches(JsonObject pattern, JsonNode? happened) => pattern.All(field => field.Value switch
    {
        JsonObject inner => Matches(inner, happened?[field.Key]),
        JsonArray allowed => Values(happened?[field.Key]).Any(value => allowed.Any(one => Matches(one!, value))),
        _ => throw new NotSupportedException($"The pattern has '{field.Value?.ToJsonString()}' for '{field.Key}'. A pattern has objects and lists."),
    });

    private static bool Matches(JsonNode allowed, string value) => allowed switch
    {
        JsonValue exact => exact.ToString() == value,
        JsonObject { Count: 1 } test when test["prefix"] is JsonValue start => value.StartsWith(start.ToString(), StringComparison.Ordinal),
        JsonObject { Count: 1 } test when test["anything-but"] is JsonObject { Count: 1 } not && not["prefix"] is { } starts =>
            !Values(starts).Any(start => value.StartsWith(start, StringComparison.Ordinal)),
        _ => throw new NotSupportedException($"The pattern has the test '{allowed.ToJsonString()}', which the stand does not know. Teach it."),
    };

    private static IEnumerable<string> Values(JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => list.Select(item => item!.ToString()),
        _ => [node.ToString()],
    };
}
