using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Ovh.Answers;

namespace BlueGreenServerless.Clouds.Ovh.Schemas;

/// <summary>What may and must be given when something is made, where that is not what is shown of it. Nested fields have dots: <c>network.private</c>.</summary>
internal sealed class CreationSchema(string[] needed, string[] allowed)
{
    /// <exception cref="OvhException">A field is unknown or missing.</exception>
    public void Check(JsonObject body)
    {
        if (Names(body, "").FirstOrDefault(name => !needed.Contains(name, StringComparer.Ordinal) && !allowed.Contains(name, StringComparer.Ordinal)) is { } unknown)
        {
            throw OvhException.Bad($"[{unknown}] Unknown parameter");
        }

        if (Array.Find(needed, name => Find(body, name) is null) is { } missing)
        {
            throw OvhException.Bad($"[{missing}] Missing parameter");
        }
    }

    private static JsonNode? Find(JsonObject body, string name) => name.Split('.').Aggregate((JsonNode?)body, (node, part) => node?[part]);

    private static IEnumerable<string> Names(JsonObject body, string before) =>
        body.SelectMany(each => each.Value is JsonObject nested ? Names(nested, $"{before}{each.Key}.").Append(before + each.Key) : [before + each.Key]);
}
