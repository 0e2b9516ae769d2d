using System.Text.Json;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Rules;

/// <summary>Makes a failure readable. A catcher writes what the runtime reported: JSON with the type and the message of an exception.</summary>
public static class FailureText
{
    private const int MaxCause = 2_000;

    public static Failure Plain(Failure failure)
    {
        var cause = Message(failure.Cause) ?? failure.Cause;
        return new Failure(failure.Error, Cut(cause.Length > 0 ? cause : Known(failure.Error)));
    }

    /// <summary>The same, said of one target.</summary>
    public static Failure Of(string target, Failure failure)
    {
        var plain = Plain(failure);
        return plain.Cause.Contains($"'{target}'", StringComparison.Ordinal) ? plain : plain with { Cause = $"Target '{target}': {plain.Cause}" };
    }

    private static string? Message(string cause)
    {
        if (!cause.StartsWith('{'))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(cause);
            return Text(json.RootElement, "errorMessage") ?? Text(json.RootElement, "Cause");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Known(string error) => error switch
    {
        "States.Timeout" => "A step did not end, or nobody answered, within its time. Look at the step before this one and release again.",
        _ => $"It ended with '{error}' and said nothing more.",
    };

    private static string Cut(string text) => text.Length <= MaxCause ? text : text[..MaxCause] + "…";
}
