using BlueGreenServerless.Failures;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>What is wrong with the options, all of it at once.</summary>
internal static class HaproxyOptionsCheck
{
    private const string Paths = "an absolute path of letters, digits, '.', '_', '-', '+', '@' and '/', without '..'";
    private const string Addresses = "'address:port', '*:port' or ':port' with a port from 1 to 65535";

    /// <exception cref="InvalidRequestException">Something is; the message lists every fault.</exception>
    public static HaproxyOptions Checked(this HaproxyOptions options)
    {
        List<string> faults = [.. Files(options), .. Listeners(options), .. Names(options), .. Previews(options)];
        if (options.Manage == HaproxyManage.Config)
        {
            faults.AddRange(Servers(options));
        }

        return faults.Count == 0 ? options
            : throw new InvalidRequestException($"The options of 'haproxy' cannot be used: {string.Join(" ", faults)}");
    }

    private static IEnumerable<string> Files(HaproxyOptions options) =>
    [
        .. Fault("config", options.Config, HaproxyWord.IsPath, Paths),
        .. Fault("directory", options.Directory, HaproxyWord.IsPath, Paths),
        .. Fault("socket", options.Socket, HaproxyWord.IsSocketPath, Paths + " and at most 100 characters"),
        .. Fault("masterSocket", options.MasterSocket, HaproxyWord.IsSocketPath, Paths + " and at most 100 characters"),
        .. Fault("tls.certificate", options.Tls?.Certificate, HaproxyWord.IsPath, Paths),
        .. Fault("stats.password", options.Stats?.Password, text => HaproxySecret.Parse(text) is not null, "'env:NAME' or 'file:/path'", secret: true),
        .. options.Balancers.Count > 0 && options.Stats?.Password.StartsWith("env:", StringComparison.Ordinal) == true
            ? ["'stats.password' is in this process's environment, but HAProxy is on other machines ('balancers'): name a file there with 'file:/path'."]
            : Array.Empty<string>(),
    ];

    private static IEnumerable<string> Listeners(HaproxyOptions options) =>
    [
        .. options.Binds.SelectMany(bind => Fault("binds", bind, HaproxyWord.IsBind, Addresses)),
        .. (options.Tls?.Binds ?? []).SelectMany(bind => Fault("tls.binds", bind, HaproxyWord.IsBind, Addresses)),
        .. Fault("stats.bind", options.Stats?.Bind, HaproxyWord.IsBind, Addresses),
        .. options.Manage == HaproxyManage.Config && options.Binds.Count == 0 && options.Tls is not { Binds.Count: > 0 }
            ? ["'binds' is empty: give the addresses that users connect to, for example '*:80'."]
            : Array.Empty<string>(),
    ];

    private static IEnumerable<string> Names(HaproxyOptions options) =>
    [
        .. Fault("backends.blue", options.Backends.Blue, HaproxyWord.IsName, "letters, digits, '.', '_' and '-'"),
        .. Fault("backends.green", options.Backends.Green, HaproxyWord.IsName, "letters, digits, '.', '_' and '-'"),
        .. Fault("stats.user", options.Stats?.User, HaproxyWord.IsName, "letters, digits, '.', '_' and '-'"),
        .. Fault("user", options.User, HaproxyWord.IsName, "letters, digits, '.', '_' and '-'"),
        .. Fault("group", options.Group, HaproxyWord.IsName, "letters, digits, '.', '_' and '-'"),
        .. Fault("log", options.Log, HaproxyWord.IsLog, "'/dev/log', 'address:port', 'stdout' or 'stderr'"),
        .. Fault("health.path", options.Health.Path, HaproxyWord.IsUrlPath, "a path that begins with '/', without blanks, quotes and '#'"),
        .. Fault("health.host", options.Health.Host, HaproxyWord.IsHost, "a host name in lower case"),
        .. options.Backends.Blue == options.Backends.Green ? [$"'backends' names '{options.Backends.Blue}' for both colours: they must differ."] : Array.Empty<string>(),
    ];

    private static IEnumerable<string> Previews(HaproxyOptions options) =>
    [
        .. Fault("previewHosts.blue", options.PreviewHosts.Blue, HaproxyWord.IsHost, "a host name in lower case"),
        .. Fault("previewHosts.green", options.PreviewHosts.Green, HaproxyWord.IsHost, "a host name in lower case"),
        .. Fault("previewHeader", options.PreviewHeader, HaproxyWord.IsHeader, "letters, digits and '-'"),
        .. Fault("answerHeader", options.AnswerHeader, HaproxyWord.IsHeader, "letters, digits and '-'"),
        .. options.PreviewFrom.SelectMany(network => Fault("previewFrom", network, HaproxyWord.IsNetwork, "an IP address or network such as '10.0.0.0/8'")),
        .. Fault("previewAddress", options.PreviewAddress, HaproxyWord.IsAddress, "'http://host:port' or 'https://host:port'"),
        .. options.PreviewHosts.Blue == options.PreviewHosts.Green
            ? [$"'previewHosts' names '{options.PreviewHosts.Blue}' for both colours: they must differ."] : Array.Empty<string>(),
    ];

    private static IEnumerable<string> Servers(HaproxyOptions options)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var color in Enum.GetValues<Color>())
        {
            var texts = color == Color.Blue ? options.Blue : options.Green;
            if (texts.Count == 0)
            {
                yield return $"'{color.Lower()}' has no servers: give at least one as {HaproxyServer.Form}.";
            }

            for (var index = 0; index < texts.Count; index++)
            {
                var server = HaproxyServer.Parse(texts[index], color, index);
                if (server is null)
                {
                    yield return $"'{color.Lower()}' has the server '{texts[index].Head()}', which is not {HaproxyServer.Form}.";
                }
                else if (!seen.Add($"{color}/{server.Name}") || !seen.Add($"{server.Address}:{server.Port}"))
                {
                    yield return $"The server '{texts[index]}' of '{color.Lower()}' is there twice: names must differ within a colour and addresses everywhere.";
                }
            }
        }
    }

    private static string[] Fault(string key, string? value, Func<string, bool> allowed, string form, bool secret = false) =>
        value is null || allowed(value) ? [] : [$"'{key}' is {(secret ? "not usable" : $"'{value.Head()}'")}: it must be {form}."];
}
