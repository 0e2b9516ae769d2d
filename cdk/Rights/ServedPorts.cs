using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Registry;

namespace BlueGreenServerless.Cdk.Rights;

/// <summary>Which ports a provider serves, as it says itself.</summary>
internal static class ServedPorts
{
    private static readonly Dictionary<string, IReadOnlyList<PortKind>> _all =
        ProviderRegistry.Discover().All.ToDictionary(provider => provider.Name, Served, StringComparer.Ordinal);

    public static IReadOnlyList<PortKind> Of(string provider) => _all.GetValueOrDefault(provider, []);

    private static IReadOnlyList<PortKind> Served(IProvider provider) =>
    [
        .. provider.Router is null ? [] : (PortKind[])[PortKind.Router],
        .. provider.Hosts is null ? [] : (PortKind[])[PortKind.Hosts],
        .. provider.Fleet is null ? [] : (PortKind[])[PortKind.Fleet],
        .. provider.Metrics is null ? [] : (PortKind[])[PortKind.Metrics],
    ];
}
