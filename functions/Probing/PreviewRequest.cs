using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Functions.Probing;

/// <summary>Puts the address and the headers of a request to the idle colour together.</summary>
internal static class PreviewRequest
{
    /// <summary>The path is appended as it is: <c>//elsewhere/</c> stays a path and does not become another host.</summary>
    public static Uri Uri(PreviewAddress preview, string path) => new(preview.Base.GetLeftPart(UriPartial.Authority) + path);

    /// <summary>The headers that select the colour win.</summary>
    public static IReadOnlyDictionary<string, string> Headers(PreviewAddress preview, IReadOnlyDictionary<string, string> more)
    {
        var headers = new Dictionary<string, string>(more, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in preview.Headers)
        {
            headers[name] = value;
        }

        return headers;
    }
}
