using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.Ports;

/// <summary>
/// Where a secret is, never the secret: <c>env:NAME</c>, <c>file:/absolute/path</c> or <c>ssm:/name</c> (a parameter of
/// AWS Systems Manager, which a function can read where a machine has files). A provider's options name one by this type
/// and resolve it at the moment of use.
/// </summary>
[JsonConverter(typeof(SecretReferenceConverter))]
public sealed partial record SecretReference
{
    /// <summary>The allowed forms, for messages and the schema.</summary>
    public const string Allowed = "env:NAME, file:/absolute/path or ssm:/name";

    /// <summary>The allowed forms as a regular expression that a JSON schema can use too.</summary>
    public const string Pattern = "^(env:[A-Za-z_][A-Za-z0-9_]{0,127}|file:/[!-~]{1,1023}|ssm:/[A-Za-z0-9_./-]{1,1010})$";

    private SecretReference(string source, string name) => (Source, Name) = (source, name);

    /// <summary><c>env</c>, <c>file</c> or <c>ssm</c>.</summary>
    public string Source { get; }

    /// <summary>Name of the environment variable, path of the file or name of the parameter.</summary>
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

    [GeneratedRegex("^(env:[A-Za-z_][A-Za-z0-9_]{0,127}|file:/[!-~]{1,1023}|ssm:/[A-Za-z0-9_./-]{1,1010})\\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
