using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace BlueGreenServerless.Clouds.Aws.Tests.Models;

/// <summary>Reads XML as a tree in the words of a model; what the model does not know keeps its name.</summary>
internal static class XmlTree
{
    public static JsonNode Of(ServiceModel model, XElement element, JsonNode shape) => shape["type"]!.ToString() switch
    {
        "structure" => Structure(model, element, shape),
        "list" => Items(model, element.Elements(), shape, shape["member"]!["locationName"]?.ToString() ?? "member"),
        "map" => new JsonObject(element.Elements().Select(entry => KeyValuePair.Create(entry.Elements().First().Value, (JsonNode?)JsonValue.Create(entry.Elements().Last().Value)))),
        _ => JsonValue.Create(element.Value),
    };

    private static JsonObject Structure(ServiceModel model, XElement element, JsonNode shape)
    {
        var tree = new JsonObject();
        foreach (var group in element.Elements().GroupBy(child => child.Name.LocalName, StringComparer.Ordinal))
        {
            var (name, member) = Member(model, shape, group.Key);
            var inner = member is null ? null : model.ShapeOf(member);
            tree[name] = inner is null ? group.First().Value
                : IsFlat(inner, member!) ? Items(model, group, inner, group.Key)
                : Of(model, group.Single(), inner);
        }

        return tree;
    }

    private static JsonArray Items(ServiceModel model, IEnumerable<XElement> elements, JsonNode shape, string name) => new JsonArray(
        [.. elements.Select(item => item.Name.LocalName == name ? Of(model, item, model.ShapeOf(shape["member"]!)) : JsonValue.Create($"unknown element {item.Name.LocalName}"))]);

    private static (string Name, JsonNode? Member) Member(ServiceModel model, JsonNode shape, string element)
    {
        foreach (var (name, member) in shape["members"]!.AsObject())
        {
            var inner = model.ShapeOf(member!);
            var onWire = IsFlat(inner, member!) && inner["member"]?["locationName"] is { } item ? item.ToString() : member!["locationName"]?.ToString() ?? name;
            if (onWire == element || (member!["locationName"]?.ToString() == element && member["location"] is null))
            {
                return (name, member);
            }
        }

        return (element, null);
    }

    private static bool IsFlat(JsonNode shape, JsonNode member) =>
        shape["type"]!.ToString() == "list" && ((bool?)shape["flattened"] == true || (bool?)member["flattened"] == true);
}
