using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.Ports;

/// <summary>
/// Where a secret is, never the secret: <c>env:NAME</c> or <c>file:/absolute/path</c>. A provider's options name one by this type
/// and resolve it at the moment of use.
/// </summary>
[JsonConverter(typeof(SecretReferenceConverter))]
public sealed partial record SecretReference
{
    /// <summary>The allowed forms, for messages and the schema.</summary>
    public const string Allowed = "env:NAME or file:/absolute/path";

    /// <summary>The allowed forms as a regular expression that a JSON schema can use too.</summary>
    public const string Pattern = "^(env:[A-Za-z_][A-Za-z0-9_]{0,127}|file:/[!-~]{1,1023})$";

    private SecretReference(string source, string name) => (Source, Name) = (source, name);

    /// <summary><c>env</c> or <c>file</c>.</summary>
    public string Source { get; }

    /// <summary>Name of the environment variable or path of the file.</summary>
    public string Name { get; }

    /// <returns>Null when <paramref name="text"/> has none of the allowed forms. It may be the secret itself: never repeat it in a message.</returns>
    public static SecretReference? TryParse(string? text)
    {
        if (text is null || !Form().IsMatch(text))
        {
            return null;
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return new SecretReference(text[..colon], text[(colon + 1)..]);
    }

    public override string ToString() => $"{Source}:{Name}";

    [GeneratedRegex("^(env:[A-Za-z_][A-Za-z0-9_]{0,127}|file:/[!-~]{1,1023})\\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
