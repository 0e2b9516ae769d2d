using BlueGreenServerless.Ports;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>How the preview of a colour is requested.</summary>
internal static class HaproxyPreview
{
    /// <summary>Null when the options do not say where: a configuration that is not ours, or a bind that names no address of another machine.</summary>
    public static PreviewAddress? Address(HaproxyOptions options, Color color)
    {
        var address = options.PreviewAddress ?? (options.Manage == HaproxyManage.Config ? FirstBind(options) : null);
        if (address is null)
        {
            return null;
        }

        // a header of its own leaves the application the Host that it knows
        var header = options.PreviewHeader is { } name ? (name, color.Lower()) : ("Host", options.PreviewHosts.Of(color));
        return new PreviewAddress(new Uri(address), new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { [header.Item1] = header.Item2 });
    }

    private static string? FirstBind(HaproxyOptions options)
    {
        var (scheme, bind) = options.Binds.Count > 0 ? ("http", options.Binds[0]) : ("https", options.Tls?.Binds[0] ?? "");
        var colon = bind.LastIndexOf(':');
        var everywhere = bind[..colon] is "" or "*" or "0.0.0.0" or "[::]";
        return !everywhere ? $"{scheme}://{bind}"
            : options.Balancers.Count == 0 ? $"{scheme}://127.0.0.1{bind[colon..]}"
            : null;
    }
}
