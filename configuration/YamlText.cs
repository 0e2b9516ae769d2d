using System.Text.Json.Nodes;
using YamlDotNet.Serialization;

namespace BlueGreenServerless.Configuration;

/// <summary>Writes JSON as the YAML of the user's files.</summary>
public static class YamlText
{
    public static string Of(JsonNode node) => new SerializerBuilder().WithIndentedSequences().WithQuotingNecessaryStrings().Build().Serialize(Plain(node)!);

    private static object? Plain(JsonNode? node) => node switch
    {
        JsonObject map => map.ToDictionary(entry => entry.Key, entry => Plain(entry.Value), StringComparer.Ordinal),
        JsonArray list => list.Select(Plain).ToList(),
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonValue value when value.TryGetValue<bool>(out var on) => on,
        JsonValue value when value.TryGetValue<long>(out var whole) => whole,
        JsonValue value => value.GetValue<decimal>(),
        null => null,
        _ => throw new InvalidOperationException($"The node '{node}' has no form in YAML."),
    };
}
