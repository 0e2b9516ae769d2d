using BlueGreenServerless.Testing.Net;
using BlueGreenServerless.Testing.Sites;

namespace BlueGreenServerless.EndToEnd.Tests.Stand;

/// <summary>The free ports that a stand uses.</summary>
internal sealed record StandPorts(int Users, IReadOnlyDictionary<string, int> Of)
{
    public static IReadOnlyList<string> Blue { get; } = ["blue-1", "blue-2"];

    public static IReadOnlyList<string> Green { get; } = ["green-1", "green-2"];

    public static IReadOnlyList<string> Sites { get; } = [.. Blue, .. Green];

    public static StandPorts Find()
    {
        var free = FreePort.Next(Sites.Count + 1);
        return new StandPorts(free[^1], Sites.Select((site, index) => (site, index)).ToDictionary(pair => pair.site, pair => free[pair.index], StringComparer.Ordinal));
    }
}
