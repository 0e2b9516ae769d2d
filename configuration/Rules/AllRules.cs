using BlueGreenServerless.Configuration.Binding;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Configuration.Rules;

/// <summary>
/// What must hold between keys. A rule speaks only when every part that it looks at is without faults, so that one mistake
/// makes one message.
/// </summary>
internal static class AllRules
{
    public static IEnumerable<Finding> Check(BoundFile file, IReadOnlyList<IProvider> providers) =>
    [
        .. StrategyRules.Check(file),
        .. DurationRules.Check(file),
        .. ApprovalRules.Check(file),
        .. SmokeRules.Check(file),
        .. ObserveRules.Check(file),
        .. InstallRules.Check(file),
        .. TargetRules.Check(file, providers),
        .. FleetRules.Check(file),
    ];
}
