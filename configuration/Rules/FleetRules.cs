using BlueGreenServerless.Configuration.Binding;
using BlueGreenServerless.Plans;

namespace BlueGreenServerless.Configuration.Rules;

internal static class FleetRules
{
    public static IEnumerable<Finding> Check(BoundFile file)
    {
        if (file.Section<StrategyPlan>("strategy") is not { Retire: RetirePolicy.ScaleIn })
        {
            yield break;
        }

        foreach (var path in file.Items("targets").Where(path => file.Value<TargetPlan>(path) is { Fleet: null }))
        {
            yield return new Finding(
                path,
                $"'strategy.retire' is 'scale-in' while '{path}' has no fleet to scale in — allowed: scale-in when every target has a fleet; add 'fleet:', or write 'retire: keep'");
        }
    }
}
