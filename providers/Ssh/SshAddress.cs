using System.Text.RegularExpressions;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Hosts;

namespace BlueGreenServerless.Providers.Ssh;

/// <summary>A host as the user writes it: <c>name=user@address:port</c>, everything but the address left out at will.</summary>
/// <param name="Address">A name, an alias of the ssh configuration, IPv4, or IPv6 without its brackets.</param>
internal sealed partial record SshAddress(string? Name, string? User, string Address, int? Port)
{
    private static readonly Dictionary<string, string> NoVariables = new(StringComparer.Ordinal);

    /// <exception cref="InvalidRequestException">The text is no such host.</exception>
    public static SshAddress Parse(string text)
    {
        var match = Form().Match(text);
        var port = match.Groups["port"];
        if (!match.Success || (port.Success && int.Parse(port.ValueSpan) is 0 or > 65535))
        {
            throw new InvalidRequestException(
                $"The host '{text}' is none. Allowed are 'address', 'user@address:port' and 'name=user@address:port' of letters, digits, '.', '_' and '-', IPv6 in brackets, port 1 to 65535. Correct it.");
        }

        return new SshAddress(
            Given(match.Groups["name"]), Given(match.Groups["user"]), match.Groups["address"].Value.Trim('[', ']'), port.Success ? int.Parse(port.ValueSpan) : null);
    }

    public static Host ToHost(string text) => new(Parse(text).Name ?? text, text, null, NoVariables);

    private static string? Given(Group group) => group.Success ? group.Value : null;

    [GeneratedRegex(
        @"^(?:(?<name>[A-Za-z0-9][A-Za-z0-9._-]{0,62})=)?(?:(?<user>[A-Za-z0-9_][A-Za-z0-9._-]{0,63})@)?(?<address>[A-Za-z0-9][A-Za-z0-9._-]{0,254}|\[[0-9A-Fa-f:.]{2,45}\])(?::(?<port>[0-9]{1,5}))?\z",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
