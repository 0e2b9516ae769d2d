using System.Text.Json.Nodes;
using BlueGreenServerless.Configuration.Scalars;
using BlueGreenServerless.Configuration.Shapes;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Configuration.Schemas;

/// <summary>Writes shapes as JSON schema.</summary>
internal static class SchemaWriter
{
    public static string Name(PortKind port) => port.ToString().ToLowerInvariant();

    public static string Name(PortKind port, IProvider provider) => $"{Name(port)}.{provider.Name}";

    public static JsonNode Reference(string definition) => new JsonObject { ["$ref"] = $"#/$defs/{definition}" };

    /// <summary>The options of a provider, with the key that names it.</summary>
    public static JsonObject Offer(IProvider provider, IPortOffer offer)
    {
        var schema = Record(ShapeReader.Of(offer.Options));
        var properties = new JsonObject { ["provider"] = new JsonObject { ["const"] = provider.Name, ["description"] = provider.Summary } };
        foreach (var (name, value) in schema["properties"]!.AsObject())
        {
            properties[name] = value?.DeepClone();
        }

        schema["title"] = provider.Name;
        schema["description"] = offer.Summary;
        schema["properties"] = properties;
        schema["required"] = new JsonArray([.. schema["required"]!.AsArray().Select(name => name!.DeepClone()).Prepend("provider")]);
        return schema;
    }

    public static JsonObject Record(RecordShape shape)
    {
        var properties = new JsonObject();
        foreach (var key in shape.Keys)
        {
            properties[key.Name] = Key(key);
        }

        return new JsonObject
        {
            ["description"] = shape.Description,
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. shape.Keys.Where(key => key.Required).Select(key => (JsonNode)key.Name)]),
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject Key(KeyShape key)
    {
        var schema = Of(key.Shape, key.Limits);
        var words = Shown(key.Shape) is { } scalar && scalar.Schema()["type"]?.GetValue<string>() == "string" ? Allowed.LimitsOf(scalar, key.Limits) : "";
        schema["description"] = words.Length == 0 ? key.Description : $"{key.Description} ({words})";
        if (Defaults.Json(key) is { } value)
        {
            schema["default"] = value;
        }

        return schema;
    }

    private static JsonObject Of(Shape shape, Limits limits) => shape switch
    {
        ScalarShape { Scalar: var scalar } => Scalar(scalar, limits),
        ListShape list => new JsonObject { ["type"] = "array", ["items"] = Of(list.Item, limits), ["minItems"] = limits.MinCount, ["maxItems"] = limits.MaxCount },
        MapShape map => new JsonObject { ["type"] = "object", ["additionalProperties"] = Of(map.Value, limits), ["maxProperties"] = limits.MaxCount },
        BindingShape binding => Reference(Name(binding.Port)).AsObject(),
        RecordShape record => Record(record),
        _ => throw new InvalidOperationException($"The shape '{shape}' has no schema."),
    };

    private static JsonObject Scalar(Scalar scalar, Limits limits)
    {
        var schema = scalar.Schema();
        if (limits.Range is not null && schema["type"]?.GetValue<string>() is "integer" or "number")
        {
            schema[limits.Range!.MinimumIsExclusive ? "exclusiveMinimum" : "minimum"] = scalar.SchemaValue(scalar.Bound(limits.Range.Minimum)!);
            schema[limits.Range.MaximumIsExclusive ? "exclusiveMaximum" : "maximum"] = scalar.SchemaValue(scalar.Bound(limits.Range.Maximum)!);
        }

        if (scalar is TextScalar)
        {
            schema["minLength"] = Math.Max(1, limits.MinLength);
            schema["maxLength"] = limits.MaxLength;
            if (limits.Pattern is { } pattern)
            {
                schema["pattern"] = pattern.Pattern;
            }
        }

        return schema;
    }

    private static Scalar? Shown(Shape shape) => shape switch
    {
        ScalarShape scalar => scalar.Scalar,
        ListShape list => Shown(list.Item),
        MapShape map => Shown(map.Value),
        _ => null,
    };
}
