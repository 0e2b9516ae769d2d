using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BlueGreenServerless.Engine.Documents;

/// <summary>Values as immutable JSON: building, reading, measuring.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static JsonElement EmptyObject { get; } = JsonElement.Parse("{}");

    public static JsonElement Null { get; } = JsonElement.Parse("null");

    public static JsonElement Build(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            write(writer);
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }

    public static JsonElement Object(params ReadOnlySpan<(string Name, JsonElement Value)> fields)
    {
        var kept = fields.ToArray();
        return Build(writer =>
        {
            writer.WriteStartObject();
            foreach (var (name, value) in kept)
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }

            writer.WriteEndObject();
        });
    }

    public static JsonElement Array(IEnumerable<JsonElement> items) => Build(writer =>
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            item.WriteTo(writer);
        }

        writer.WriteEndArray();
    });

    public static JsonElement String(string value) => Build(writer => writer.WriteStringValue(value));

    public static JsonElement Number(decimal value) => Build(writer => writer.WriteNumberValue(value));

    /// <summary>Without spaces, whatever the source looked like.</summary>
    public static string Compact(JsonElement value)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            value.WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Bytes of its UTF-8 text.</summary>
    public static int Size(JsonElement value) => JsonMarshal.GetRawUtf8Value(value).Length;
}
