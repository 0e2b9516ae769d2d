using System.Text.RegularExpressions;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Cli.Commands;

internal static partial class AppNames
{
    public static string Check(string name) => Allowed().IsMatch(name) ? name : throw new InvalidRequestException(
        $"The name '{Short(name)}' cannot be an application's. Allowed are 1 to 32 characters of a-z, 0-9 and '-', the first not '-'. Choose another one.");

    /// <summary>Enough of an odd argument to recognise it in a message.</summary>
    public static string Short(string text) => text.Length <= 80 ? text : $"{text[..80]}… ({text.Length} characters)";

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,31}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Allowed();
}
