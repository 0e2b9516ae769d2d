using System.Text.Json;
using System.Text.RegularExpressions;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Hosting.Events;
using BlueGreenServerless.Rules;

namespace BlueGreenServerless.Functions.Hosting.Triggers;

/// <summary>What a custom event asks for.</summary>
/// <param name="Configuration">Text of the app's file; null for the one that lies beside the state.</param>
internal sealed partial record RequestedRelease(string App, Artifact Artifact, string? Configuration, int Attempt)
{
    private const int MaxConfiguration = 100_000;
    private static readonly string[] _known = ["app", "version", "artifact", "sha256", "configuration", "attempt"];

    /// <exception cref="InvalidRequestException">A field is missing, unknown or not usable.</exception>
    public static RequestedRelease Of(JsonElement detail, ArtifactAddress address)
    {
        RefuseUnknown(detail);
        var version = EventField.Text(detail, "version", 64);
        VersionRule.Check(version);
        var artifact = new Artifact(address.Check(EventField.Text(detail, "artifact", 2048)), version, Digest(detail));
        return new RequestedRelease(AppName(detail), artifact, EventField.OptionalText(detail, "configuration", MaxConfiguration), AttemptOf(detail));
    }

    /// <summary>An app's name becomes part of a path, so it is checked before anything is read.</summary>
    public static string AppName(JsonElement detail)
    {
        var app = EventField.Text(detail, "app", 64);
        return AppForm().IsMatch(app) ? app : throw EventField.Refused("app", app, "1 to 32 of a-z, 0-9 and -, not beginning with -");
    }

    private static void RefuseUnknown(JsonElement detail)
    {
        foreach (var field in detail.EnumerateObject().Where(field => !_known.Contains(field.Name, StringComparer.Ordinal)))
        {
            throw new InvalidRequestException(
                $"The field '{EventField.Shown(field.Name)}' of the event is not known. Allowed are {string.Join(", ", _known)}. Correct what sends the event.");
        }
    }

    private static string? Digest(JsonElement detail) =>
        EventField.OptionalText(detail, "sha256", 128) is not { } digest ? null
            : Sha256().IsMatch(digest) ? digest.ToLowerInvariant() : throw EventField.Refused("sha256", digest, "64 hexadecimal digits");

    private static int AttemptOf(JsonElement detail) =>
        !detail.TryGetProperty("attempt", out var attempt) ? 1
            : attempt.ValueKind == JsonValueKind.Number && attempt.TryGetInt32(out var number) && number is >= 1 and <= 9999
                ? number : throw EventField.Refused("attempt", attempt.GetRawText(), "a whole number from 1 to 9999");

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,31}\z", RegexOptions.NonBacktracking)]
    private static partial Regex AppForm();

    [GeneratedRegex(@"\A[0-9A-Fa-f]{64}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Sha256();
}
