using System.Net;
using System.Text.RegularExpressions;

namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>
/// What a user's value may look like before it is written into HAProxy's configuration: no blank, quote, backslash, '#', '$' or line
/// end can get in, so no value can leave its place in the line (configuration.txt 2.2, "Quoting and escaping").
/// </summary>
internal static partial class HaproxyWord
{
    public static bool IsPath(string text) => PathPattern().IsMatch(text) && !text.Split('/').Contains("..");

    /// <summary>A Unix socket's path has room for 107 bytes (unix(7)); 7 are kept for HAProxy's temporary suffix.</summary>
    public static bool IsSocketPath(string text) => IsPath(text) && text.Length <= 100;

    public static bool IsBind(string text)
    {
        var colon = text.LastIndexOf(':');
        return BindPattern().IsMatch(text) && int.TryParse(text[(colon + 1)..], out var port) && port is >= 1 and <= 65535;
    }

    public static bool IsHost(string text) => HostPattern().IsMatch(text);

    public static bool IsHeader(string text) => HeaderPattern().IsMatch(text);

    public static bool IsName(string text) => NamePattern().IsMatch(text);

    public static bool IsUrlPath(string text) => UrlPathPattern().IsMatch(text);

    public static bool IsNetwork(string text) => IPNetwork.TryParse(text, out _) || IPAddress.TryParse(text, out _);

    public static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.PathAndQuery == "/" && uri.UserInfo.Length == 0;

    public static bool IsLog(string text) => IsPath(text) || IsBind(text) || text is "stdout" or "stderr";

    [GeneratedRegex(@"\A/[A-Za-z0-9._/+@-]{1,1000}\z", RegexOptions.None, 1000)]
    private static partial Regex PathPattern();

    [GeneratedRegex(@"\A(\*|[A-Za-z0-9][A-Za-z0-9.-]{0,252}|\[[0-9A-Fa-f:.]{2,45}\])?:[0-9]{1,5}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BindPattern();

    [GeneratedRegex(@"\A[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HostPattern();

    [GeneratedRegex(@"\A[A-Za-z0-9-]{1,64}\z", RegexOptions.None, 1000)]
    private static partial Regex HeaderPattern();

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9._-]{0,63}\z", RegexOptions.None, 1000)]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"\A/[A-Za-z0-9._~/?&=%+:@,;-]{0,1000}\z", RegexOptions.None, 1000)]
    private static partial Regex UrlPathPattern();
}
