using System.Text.RegularExpressions;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>One server of a colour.</summary>
/// <param name="Address">Host name, IPv4 address, or IPv6 address in brackets.</param>
internal sealed partial record HaproxyServer(string Name, string Address, int Port)
{
    public const string Form = "'address:port' or 'name@address:port', with a name of letters, digits, '.', '_' and '-'";

    /// <summary>Null when the text is not a server. A server without a name gets its colour's first letter and its place in the list.</summary>
    public static HaproxyServer? Parse(string text, Color color, int index)
    {
        var match = Pattern().Match(text);
        if (!match.Success || !int.TryParse(match.Groups["port"].ValueSpan, out var port) || port is < 1 or > 65535)
        {
            return null;
        }

        var name = match.Groups["name"].Success ? match.Groups["name"].Value : $"{color.Lower()[0]}{index + 1}";
        return new HaproxyServer(name, match.Groups["address"].Value, port);
    }

    [GeneratedRegex(
        @"\A(?:(?<name>[A-Za-z0-9._-]{1,64})@)?(?<address>[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|\[[0-9A-Fa-f:.]{2,45}\]):(?<port>[0-9]{1,5})\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
