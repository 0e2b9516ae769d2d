using System.Text.Json;

namespace BlueGreenServerless.StateMachine.Tests.Linting;

/// <summary>A state of a definition as it is written.</summary>
public sealed record LintState(string Name, JsonElement Source)
{
    public string Type => Text(Source, "Type") ?? string.Empty;

    public IEnumerable<JsonElement> Retriers => Items(Source, "Retry");

    public IEnumerable<JsonElement> Catchers => Items(Source, "Catch");

    public bool Ends => Type is "Succeed" or "Fail" || Source.TryGetProperty("End", out _);

    /// <summary>Every state that this one can lead to.</summary>
    public IEnumerable<string> Targets =>
        new[] { Text(Source, "Next"), Text(Source, "Default") }
            .Concat(Items(Source, "Choices").Select(rule => Text(rule, "Next")))
            .Concat(Catchers.Select(catcher => Text(catcher, "Next")))
            .OfType<string>();

    /// <summary>The graphs inside it.</summary>
    public IEnumerable<JsonElement> Inner => new[] { "ItemProcessor", "Iterator" }
        .Where(name => Source.TryGetProperty(name, out _)).Select(name => Source.GetProperty(name))
        .Concat(Items(Source, "Branches"));

    public static IReadOnlyList<string> Errors(JsonElement rule) => [.. Items(rule, "ErrorEquals").Select(name => name.GetString()!)];

    public static string? Text(JsonElement source, string field) =>
        source.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement[] Items(JsonElement source, string field) =>
        source.TryGetProperty(field, out var value) ? [.. value.EnumerateArray()] : [];
}
