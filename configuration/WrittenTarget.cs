using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreenServerless.Configuration.Scalars;
using BlueGreenServerless.Configuration.Shapes;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.Configuration;

/// <summary>A target as a person would write it in <c>bluegreen.yaml</c>: values in their written form, and without what holds anyway.</summary>
/// <param name="providers">The providers that it may name.</param>
public sealed class WrittenTarget(IReadOnlyList<IProvider> providers)
{
    /// <param name="target">As JSON, with the provider's name beside its options.</param>
    public JsonObject Of(JsonObject target) => Record(target, ShapeReader.Of(typeof(TargetPlan)).Keys);

    private JsonNode Value(JsonNode value, Shape shape) => (value, shape) switch
    {
        (JsonObject map, RecordShape record) => Record(map, record.Keys),
        (JsonObject map, BindingShape binding) when OptionsOf(map, binding.Port) is { } keys => Record(map, keys),
        (JsonObject map, MapShape { Value: var item }) => new JsonObject(map.Select(entry => KeyValuePair.Create(entry.Key, entry.Value is null ? null : Value(entry.Value, item)))),
        (JsonArray list, ListShape { Item: var item }) => new JsonArray([.. list.Select(each => each is null ? null : Value(each, item))]),
        (JsonValue single, ScalarShape { Scalar: var scalar }) => Written(single, scalar),
        _ => value.DeepClone(),
    };

    private JsonObject Record(JsonObject map, IReadOnlyList<KeyShape> keys)
    {
        var written = new JsonObject();
        foreach (var (name, value) in map)
        {
            var key = keys.FirstOrDefault(known => known.Name == name);
            if (value is not null && (key is null || key.Required || !IsDefault(value, key)))
            {
                written[name] = key is null ? value.DeepClone() : Value(value, key.Shape);
            }
        }

        return written;
    }

    private IReadOnlyList<KeyShape>? OptionsOf(JsonObject binding, PortKind port) =>
        providers.FirstOrDefault(provider => provider.Name == binding["provider"]?.ToString())?.OfferOf(port) is { } offer ? ShapeReader.Of(offer.Options).Keys : null;

    private static bool IsDefault(JsonNode value, KeyShape key) => JsonNode.DeepEquals(value, JsonSerializer.SerializeToNode(key.Default, ReleaseJson.Options));

    // durations and shares are numbers in JSON, and words have capitals
    private static JsonNode Written(JsonValue value, Scalar scalar) => (scalar, value.GetValueKind()) switch
    {
        (DurationScalar, JsonValueKind.Number) => scalar.SchemaValue(value.Deserialize<TimeSpan>(ReleaseJson.Options)),
        (ShareScalar, JsonValueKind.Number) => scalar.SchemaValue(value.Deserialize<Percentage>(ReleaseJson.Options)),
        (WordScalar words, JsonValueKind.String) => words.Words.FirstOrDefault(word => word == JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString())) ?? value.ToString(),
        _ => value.DeepClone(),
    };
}
