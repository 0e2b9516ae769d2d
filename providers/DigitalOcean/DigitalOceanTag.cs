using System.Text.RegularExpressions;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.DigitalOcean;

/// <summary>Names of tags (digitalocean/openapi, resources/tags). A tag keeps the capitals of its first use.</summary>
internal static partial class DigitalOceanTag
{
    public const string Pattern = "^[A-Za-z0-9_:-]{1,255}$";

    public const string Form = "1 to 255 letters, digits, '_', ':' and '-'";

    /// <summary>Null when both colours have a tag of their own.</summary>
    public static string? FaultOf(string blue, string green) =>
        !Name().IsMatch(blue) || !Name().IsMatch(green) ? $"'blue' is '{blue}' and 'green' is '{green}': tags are {Form}."
        : string.Equals(blue, green, StringComparison.OrdinalIgnoreCase) ? $"'blue' and 'green' are both the tag '{blue}': they must differ."
        : null;

    /// <exception cref="InvalidRequestException">There are faults; the message has all of them.</exception>
    public static void Refuse(string provider, params IEnumerable<string?> faults)
    {
        var found = string.Join(" ", faults.OfType<string>());
        if (found.Length > 0)
        {
            throw new InvalidRequestException($"The options of '{provider}' cannot be used: {found}");
        }
    }

    [GeneratedRegex("^[A-Za-z0-9_:-]{1,255}\\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
