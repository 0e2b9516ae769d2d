using System.Text.RegularExpressions;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Hosting.Events;
using BlueGreenServerless.Rules;

namespace BlueGreenServerless.Functions.Hosting.Triggers;

/// <summary>The key of an uploaded artifact: <c>app/version/file</c>, all three in characters that are harmless everywhere.</summary>
public sealed partial record ArtifactKey(string App, string Version, string File)
{
    public const string Allowed = "'app/version/file' with the app's name, a version and a file name of letters, digits and . _ + -";

    /// <summary>
    /// What keys begin with whose upload releases nothing: sources and artifacts of pipelines, artifacts that an event will ask for. No app's
    /// name begins like that.
    /// </summary>
    public const string Aside = "_";

    /// <summary>A digest or a folder that was made lies there beside artifacts and starts nothing; neither does what lies aside.</summary>
    public static bool IsCompanion(string key) =>
        key.EndsWith(".sha256", StringComparison.Ordinal) || key.EndsWith('/') || key.StartsWith(Aside, StringComparison.Ordinal);

    /// <exception cref="InvalidRequestException">It is none.</exception>
    public static ArtifactKey Parse(string key) => TryParse(key) ?? throw EventField.Refused("key", key, Allowed);

    /// <returns>Null when it is none.</returns>
    public static ArtifactKey? TryParse(string key)
    {
        var match = Form().Match(key);
        return match.Success && VersionRule.IsValid(match.Groups["version"].Value)
            ? new ArtifactKey(match.Groups["app"].Value, match.Groups["version"].Value, match.Groups["file"].Value) : null;
    }

    public override string ToString() => $"{App}/{Version}/{File}";

    [GeneratedRegex(@"\A(?<app>[a-z0-9][a-z0-9-]{0,31})/(?<version>[0-9A-Za-z._+-]{1,64})/(?<file>[0-9A-Za-z][0-9A-Za-z._+-]{0,127})\z", RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
