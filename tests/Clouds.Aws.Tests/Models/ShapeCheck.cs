using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BlueGreenServerless.Clouds.Aws.Tests.Models;

/// <summary>Compares a tree with a shape: unknown and missing members, types, enumerations.</summary>
/// <param name="typed">JSON has types; in XML and in forms everything is text.</param>
internal sealed class ShapeCheck(ServiceModel model, bool typed)
{
    public List<string> Findings { get; } = [];

    public void Check(JsonNode? node, JsonNode shape, string path)
    {
        switch (shape["type"]!.ToString())
        {
            case "structure":
                Structure(node, shape, path);
                break;
            case "list":
                List(node, shape, path);
                break;
            case "map":
                Expect(node is JsonObject, path, "a map", node);
                break;
            default:
                Scalar(node, shape, path);
                break;
        }
    }

    private void Structure(JsonNode? node, JsonNode shape, string path)
    {
        // A structure without members has no text in XML
        if (node is not JsonObject tree)
        {
            Expect(!typed && node?.ToString() == "", path, "a structure", node);
            return;
        }

        foreach (var required in shape["required"]?.AsArray() ?? [])
        {
            Expect(tree.ContainsKey(required!.ToString()), path, $"member {required}", node);
        }

        foreach (var (name, value) in tree)
        {
            if (shape["members"]![name] is { } member)
            {
                Check(value, model.ShapeOf(member), $"{path}.{name}");
            }
            else
            {
                Findings.Add($"{path}: unknown member '{name}'");
            }
        }
    }

    private void List(JsonNode? node, JsonNode shape, string path)
    {
        if (node is not JsonArray list)
        {
            Expect(!typed && node?.ToString() == "", path, "a list", node);
            return;
        }

        for (var i = 0; i < list.Count; i++)
        {
            Check(list[i], model.ShapeOf(shape["member"]!), $"{path}[{i}]");
        }
    }

    private void Scalar(JsonNode? node, JsonNode shape, string path)
    {
        var text = node?.ToString() ?? "";
        var kind = node?.GetValueKind();
        var number = kind == JsonValueKind.Number || !typed;
        var holds = shape["type"]!.ToString() switch
        {
            "string" or "blob" or "character" => kind == JsonValueKind.String,
            "integer" or "long" => number && long.TryParse(text, CultureInfo.InvariantCulture, out _),
            "double" or "float" => number && double.TryParse(text, CultureInfo.InvariantCulture, out _),
            "boolean" => typed ? kind is JsonValueKind.True or JsonValueKind.False : text is "true" or "false",
            "timestamp" => typed ? number : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
            _ => false,
        };
        Expect(holds, path, $"a value of type {shape["type"]}", node);
        Expect(shape["enum"] is not JsonArray words || words.Any(word => word!.ToString() == text), path, $"one of {shape["enum"]?.ToJsonString()}", node);
    }

    private void Expect(bool holds, string path, string wanted, JsonNode? node)
    {
        if (!holds)
        {
            Findings.Add($"{path}: expected {wanted}, found {node?.ToJsonString() ?? "nothing"}");
        }
    }
}
