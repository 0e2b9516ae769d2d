using System.Text.Json;
using System.Text.Json.Nodes;

namespace BlueGreenServerless.Clouds.Ovh.Schemas;

/// <summary>A field of an object of the API.</summary>
/// <param name="Kind">What it may be beside null.</param>
/// <param name="Words">The only texts that it may be; null for any.</param>
internal sealed record Field(string Name, JsonValueKind Kind, bool Required = false, bool ReadOnly = false, string[]? Words = null)
{
    public static Field Text(string name, params string[] words) => new(name, JsonValueKind.String, Words: words.Length > 0 ? words : null);

    public static Field Number(string name) => new(name, JsonValueKind.Number);

    public static Field Switch(string name) => new(name, JsonValueKind.True);

    public static Field List(string name) => new(name, JsonValueKind.Array);

    public static Field Object(string name) => new(name, JsonValueKind.Object);

    public Field Needed() => this with { Required = true };

    public Field Fixed() => this with { ReadOnly = true };

    /// <summary>Why the value may not be there; null when it may.</summary>
    public string? Fault(JsonNode? value)
    {
        if (value is null)
        {
            return Required ? $"[{Name}] must not be null" : null;
        }

        var kind = value.GetValueKind() == JsonValueKind.False ? JsonValueKind.True : value.GetValueKind();
        return kind != Kind ? $"[{Name}] Given data ({value.ToJsonString()}) is not valid for its type"
            : Words is not null && !Words.Contains(value.GetValue<string>(), StringComparer.Ordinal) ? $"[{Name}] '{value}' is not one of {string.Join(", ", Words)}"
            : null;
    }
}
