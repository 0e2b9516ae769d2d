using System.Text.Json;
using BlueGreenServerless.Engine.Documents;
using BlueGreenServerless.Engine.Intrinsics;

namespace BlueGreenServerless.Engine.Paths;

/// <summary>A payload template: literal JSON in which the fields named <c>x.$</c> are computed.</summary>
internal sealed class Template
{
    private readonly Action<Utf8JsonWriter, Scope> write;

    private Template(Action<Utf8JsonWriter, Scope> write) => this.write = write;

    /// <param name="report">Is told each fault with the field's place inside the template.</param>
    public static Template Parse(JsonElement source, string field, Action<string> report) => new(Compile(source, field, report));

    public JsonElement Evaluate(Scope scope) => JsonText.Build(writer => write(writer, scope));

    private static Action<Utf8JsonWriter, Scope> Compile(JsonElement source, string field, Action<string> report) => source.ValueKind switch
    {
        JsonValueKind.Object => CompileObject(source, field, report),
        JsonValueKind.Array => CompileArray(source, field, report),
        _ => (writer, _) => source.WriteTo(writer),
    };

    private static Action<Utf8JsonWriter, Scope> CompileObject(JsonElement source, string field, Action<string> report)
    {
        var fields = source.EnumerateObject().Select(member => CompileField(member, $"{field}.{member.Name}", report)).ToArray();
        return (writer, scope) =>
        {
            writer.WriteStartObject();
            foreach (var (name, value) in fields)
            {
                writer.WritePropertyName(name);
                value(writer, scope);
            }

            writer.WriteEndObject();
        };
    }

    private static (string Name, Action<Utf8JsonWriter, Scope> Value) CompileField(JsonProperty member, string field, Action<string> report)
    {
        if (!member.Name.EndsWith(".$", StringComparison.Ordinal))
        {
            return (member.Name, Compile(member.Value, field, report));
        }

        var expression = ExpressionParser.Parse(member.Value, field, report);
        return (member.Name[..^2], (writer, scope) => expression?.Evaluate(scope).WriteTo(writer));
    }

    private static Action<Utf8JsonWriter, Scope> CompileArray(JsonElement source, string field, Action<string> report)
    {
        var items = source.EnumerateArray().Select((item, index) => Compile(item, $"{field}[{index}]", report)).ToArray();
        return (writer, scope) =>
        {
            writer.WriteStartArray();
            foreach (var item in items)
            {
                item(writer, scope);
            }

            writer.WriteEndArray();
        };
    }
}
