using System.Text.Json;
using System.Text.Json.Nodes;

namespace BlueGreenServerless.Clouds.Aws.Protocols;

/// <summary>Members of a request, whichever protocol brought them: in a query everything is text, in JSON it has types.</summary>
public sealed class Input(JsonObject fields)
{
    public JsonObject Fields { get; } = fields;

    public bool Has(string name) => Fields.ContainsKey(name);

    public string? Text(string name) => Fields[name] is JsonValue value ? value.ToString() : null;

    /// <exception cref="AwsException">It is not there.</exception>
    public string Required(string name) => Text(name) is { Length: > 0 } value
        ? value
        : throw AwsException.Invalid($"1 validation error detected: Value null at '{Lower(name)}' failed to satisfy constraint: Member must not be null");

    /// <exception cref="AwsException">It is not a whole number in the range.</exception>
    public int? Number(string name, int lowest, int highest)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        return int.TryParse(text, out var number) && number >= lowest && number <= highest
            ? number
            : throw AwsException.Invalid(
                $"1 validation error detected: Value '{text}' at '{Lower(name)}' failed to satisfy constraint: Member must be between {lowest} and {highest}");
    }

    public bool? Flag(string name) => Text(name) is { } text ? text is "true" or "True" : null;

    public double? Real(string name) =>
        Text(name) is { } text && double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    public IReadOnlyList<string> Texts(string name) => [.. Nodes(name).Select(node => node.ToString())];

    public IReadOnlyList<Input> Items(string name) => [.. Nodes(name).OfType<JsonObject>().Select(item => new Input(item))];

    public Input? Item(string name) => Fields[name] is JsonObject item ? new Input(item) : null;

    /// <summary>A list as it came, to be kept; null when it is not there.</summary>
    public JsonArray? List(string name) => Fields[name] is JsonArray list ? (JsonArray)list.DeepClone() : null;

    public override string ToString() => Fields.ToJsonString(JsonSerializerOptions.Default);

    private IEnumerable<JsonNode> Nodes(string name) => Fields[name] is JsonArray list ? list.OfType<JsonNode>() : [];

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
