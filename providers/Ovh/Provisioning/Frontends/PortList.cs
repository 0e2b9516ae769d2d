using System.Globalization;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Frontends;

/// <summary>The ports of a front-end as OVH writes them: <c>80</c>, <c>80,443</c>, <c>8000-8100</c>.</summary>
internal sealed record PortList(IReadOnlyList<(int From, int To)> Ranges)
{
    public static PortList Of(string? text) => new([.. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Range).OfType<(int, int)>()]);

    public bool Contains(int port) => Ranges.Any(range => range.From <= port && port <= range.To);

    private static (int, int)? Range(string text)
    {
        var ends = text.Split('-', 2);
        return int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var from) && int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var to)
            ? (from, to) : null;
    }
}
