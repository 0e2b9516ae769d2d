using System.Text.Json;
using BlueGreenServerless.Engine.Documents;
using BlueGreenServerless.Engine.Language;

namespace BlueGreenServerless.Engine.Paths;

/// <summary>A path that names exactly one place: <c>$.a.b[0]['x']</c> in the input, <c>$$.Execution.Id</c> in the context object.</summary>
internal sealed class ReferencePath(string text, bool isContext, IReadOnlyList<PathSegment> segments)
{
    public string Text { get; } = text;

    public bool IsContext { get; } = isContext;

    public bool IsRoot => segments.Count == 0;

    /// <summary>The value at the path; null when there is nothing.</summary>
    public JsonElement? Find(JsonElement root)
    {
        var at = root;
        foreach (var segment in segments)
        {
            if (Child(at, segment) is not { } child)
            {
                return null;
            }

            at = child;
        }

        return at;
    }

    /// <summary>The root with the value put at the path; missing objects on the way are made.</summary>
    /// <exception cref="StateFailedException">The path leads through a value that is no object, or past the end of an array.</exception>
    public JsonElement Set(JsonElement root, JsonElement value) =>
        IsRoot ? value : JsonText.Build(writer => Write(writer, root, value, 0));

    public override string ToString() => Text;

    private static JsonElement? Child(JsonElement at, PathSegment segment)
    {
        if (segment.Name is { } name)
        {
            return at.ValueKind == JsonValueKind.Object && at.TryGetProperty(name, out var field) ? field : null;
        }

        return at.ValueKind == JsonValueKind.Array && segment.Index < at.GetArrayLength() ? at[segment.Index] : null;
    }

    private void Write(Utf8JsonWriter writer, JsonElement? at, JsonElement value, int depth)
    {
        if (depth == segments.Count)
        {
            value.WriteTo(writer);
        }
        else if (segments[depth].Name is { } name)
        {
            WriteObject(writer, at, value, depth, name);
        }
        else
        {
            WriteArray(writer, at, value, depth, segments[depth].Index);
        }
    }

    private void WriteObject(Utf8JsonWriter writer, JsonElement? at, JsonElement value, int depth, string name)
    {
        if (at is { ValueKind: not JsonValueKind.Object })
        {
            throw NoPlace($"there is no object that could have the field '{name}'");
        }

        writer.WriteStartObject();
        var found = false;
        foreach (var field in at?.EnumerateObject() ?? default)
        {
            writer.WritePropertyName(field.Name);
            if (!found && field.NameEquals(name))
            {
                found = true;
                Write(writer, field.Value, value, depth + 1);
            }
            else
            {
                field.Value.WriteTo(writer);
            }
        }

        if (!found)
        {
            writer.WritePropertyName(name);
            Write(writer, null, value, depth + 1);
        }

        writer.WriteEndObject();
    }

    private void WriteArray(Utf8JsonWriter writer, JsonElement? at, JsonElement value, int depth, int index)
    {
        if (at is not { ValueKind: JsonValueKind.Array } array || index >= array.GetArrayLength())
        {
            throw NoPlace($"there is no array with an item [{index}]");
        }

        writer.WriteStartArray();
        for (var i = 0; i < array.GetArrayLength(); i++)
        {
            if (i == index)
            {
                Write(writer, array[i], value, depth + 1);
            }
            else
            {
                array[i].WriteTo(writer);
            }
        }

        writer.WriteEndArray();
    }

    private StateFailedException NoPlace(string why) => new(
        ErrorNames.ResultPathMatchFailure, $"The ResultPath '{Text}' cannot be applied to the state's input: {why}.");
}
