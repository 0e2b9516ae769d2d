using System.Text.Json.Nodes;

namespace BlueGreenServerless.Configuration.Scalars;

/// <summary>Only <c>true</c> and <c>false</c>: YAML's many other words for them have surprised enough people.</summary>
public sealed class SwitchScalar : Scalar
{
    public override string Name => "true or false";

    public override string Plural => Name;

    public override string Form => "true or false, without quotes";

    public override object? Parse(string text, bool plain) => (text, plain) switch
    {
        ("true", true) => true,
        ("false", true) => false,
        _ => null,
    };

    public override string? Hint(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "ON" or "Y" => "did you mean true?",
        "FALSE" or "NO" or "OFF" or "N" => "did you mean false?",
        _ => null,
    };

    public override string Write(object value) => (bool)value ? "true" : "false";

    public override JsonObject Schema() => new() { ["type"] = "boolean" };

    public override JsonNode SchemaValue(object value) => (bool)value;
}
