using BlueGreenServerless.Functions;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Cdk.Rights;

/// <summary>Which ports a stage uses: what its functions need rights for.</summary>
public static class StagePorts
{
    private static readonly Dictionary<string, PortKind[]> _used = new(StringComparer.Ordinal)
    {
        ["Inspect"] = [PortKind.Router, PortKind.Metrics, PortKind.Hosts],
        ["Prepare"] = [PortKind.Router, PortKind.Fleet],
        ["Deploy"] = [PortKind.Hosts],
        ["CheckHealth"] = [PortKind.Router],
        ["SmokeTest"] = [PortKind.Router],
        ["ShiftTraffic"] = [PortKind.Router],
        ["Observe"] = [PortKind.Metrics, PortKind.Router],
        ["Abandon"] = [PortKind.Hosts],
        ["Rollback"] = [PortKind.Router, PortKind.Hosts],
        ["Retire"] = [PortKind.Hosts, PortKind.Router, PortKind.Fleet],
    };

    public static IReadOnlyList<PortKind> Of(string stage) => _used.GetValueOrDefault(stage, []);

    public static PortKind Of(StageScope scope) => scope switch
    {
        StageScope.Router => PortKind.Router,
        StageScope.Hosts => PortKind.Hosts,
        StageScope.Metrics => PortKind.Metrics,
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "A stage of no provider has no port."),
    };
}
