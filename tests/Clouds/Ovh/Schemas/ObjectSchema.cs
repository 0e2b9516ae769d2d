using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Ovh.Answers;

namespace BlueGreenServerless.Clouds.Ovh.Schemas;

/// <summary>The fields of one kind of object. Unknown fields are refused, and on a change those that may only be read.</summary>
internal sealed class ObjectSchema(params Field[] fields)
{
    /// <summary>A new object with every field, null where none was given.</summary>
    /// <exception cref="OvhException">A field is unknown, missing or of another type.</exception>
    public JsonObject Create(JsonObject body)
    {
        Check(body);
        return fields.FirstOrDefault(field => field.Required && body[field.Name] is null) is { } missing
            ? throw OvhException.Bad($"[{missing.Name}] Missing parameter")
            : Whole(body);
    }

    /// <summary>What becomes of an object: fields that are not given fall back to null, so a caller has to put the whole object back.</summary>
    /// <exception cref="OvhException">A field is unknown, may only be read, or is of another type.</exception>
    public JsonObject Change(JsonObject before, JsonObject body)
    {
        if (fields.FirstOrDefault(field => field.ReadOnly && body.ContainsKey(field.Name)) is { } fixedOne)
        {
            throw OvhException.Bad($"[{fixedOne.Name}] is read-only");
        }

        Check(body);
        var changed = Whole(body);
        foreach (var field in fields.Where(field => field.ReadOnly))
        {
            changed[field.Name] = before[field.Name]?.DeepClone();
        }

        return changed;
    }

    /// <summary>Values are read anew, so that those of tests are as those of the wire.</summary>
    private JsonObject Whole(JsonObject body) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, body[field.Name] is { } value ? JsonNode.Parse(value.ToJsonString()) : null)));

    private void Check(JsonObject body)
    {
        foreach (var (name, value) in body)
        {
            var field = Array.Find(fields, field => field.Name == name) ?? throw OvhException.Bad($"[{name}] Unknown parameter");
            if (field.Fault(value) is { } fault)
            {
                throw OvhException.Bad(fault);
            }
        }
    }
}
