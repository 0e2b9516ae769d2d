using System.Text;

namespace BlueGreenServerless.Clouds.Aws.Http;

/// <summary>A request as it arrived, nothing decoded.</summary>
/// <param name="RawPath">Percent-encoded, as sent.</param>
/// <param name="RawQuery">Percent-encoded, without the question mark.</param>
/// <param name="Headers">Names are compared without case; values of a repeated header are joined by commas.</param>
public sealed record WireRequest(string Method, string RawPath, string RawQuery, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Path => Uri.UnescapeDataString(RawPath);

    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>Names and values in order of arrival; a name without a value has the empty one.</summary>
    public IReadOnlyList<(string Name, string Value)> Query { get; } = [.. Pairs(RawQuery)];

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>Value of a query parameter; null when it is not there.</summary>
    public string? Parameter(string name) => Query.Where(pair => pair.Name == name).Select(pair => pair.Value).FirstOrDefault();

    private static IEnumerable<(string Name, string Value)> Pairs(string query) =>
        from part in query.Split('&', StringSplitOptions.RemoveEmptyEntries)
        let cut = part.IndexOf('=', StringComparison.Ordinal)
        select cut < 0
            ? (Uri.UnescapeDataString(part), "")
            : (Uri.UnescapeDataString(part[..cut]), Uri.UnescapeDataString(part[(cut + 1)..]));
}
