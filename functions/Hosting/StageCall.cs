using System.Text.Json;

namespace BlueGreenServerless.Functions.Hosting;

/// <summary>What a log line and a metric of a stage say about its call.</summary>
public sealed record StageCall(string Stage, string? App, string? ReleaseId, string? Target)
{
    /// <summary>The same as fields of every log line within the call.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Fields =>
        [new("stage", Stage), new("app", App), new("releaseId", ReleaseId), new("target", Target)];

    /// <summary>A document that is not as expected makes fields null; the stage says what is wrong with it.</summary>
    public static StageCall Of(string function, string prefix, JsonElement document)
    {
        var stage = function.StartsWith(prefix + "-", StringComparison.Ordinal) ? function[(prefix.Length + 1)..] : function;
        var release = Object(document, "document") is { } inner ? inner : document;
        var header = Object(release, "release");
        return new StageCall(stage, Text(header, "app"), Text(header, "id"), Text(Object(release, "target"), "name"));
    }

    private static JsonElement? Object(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Object ? found : null;

    private static string? Text(JsonElement? element, string name) =>
        element is { } parent && parent.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;
}
