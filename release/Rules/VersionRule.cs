using System.Text.RegularExpressions;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Rules;

/// <summary>What a version may look like: it becomes part of names, paths and environment variables.</summary>
public static partial class VersionRule
{
    public const string Allowed = "1 to 64 letters, digits and . _ + -, beginning with a letter or digit, without '..'";

    public static bool IsValid(string? version) => version is not null && Pattern().IsMatch(version) && !version.Contains("..", StringComparison.Ordinal);

    /// <exception cref="InvalidRequestException">The version is not one.</exception>
    public static void Check(string? version)
    {
        if (!IsValid(version))
        {
            throw new InvalidRequestException(
                $"The version '{Shown(version)}' cannot be used. Allowed are {Allowed}. Name the artifact's version in that form, for example '2.1.0'.");
        }
    }

    /// <summary>A hostile value is shown short and without control characters.</summary>
    private static string Shown(string? version)
    {
        var head = version is null ? "" : version.Length > 80 ? version[..80] + "…" : version;
        return string.Concat(head.Select(character => char.IsControl(character) ? '?' : character));
    }

    [GeneratedRegex(@"\A[0-9A-Za-z][0-9A-Za-z._+-]{0,63}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
