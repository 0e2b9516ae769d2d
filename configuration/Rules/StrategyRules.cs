using BlueGreenServerless.Configuration.Binding;
using BlueGreenServerless.Configuration.Scalars;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Configuration.Rules;

/// <summary>The ramp: keys of one kind are not given with another, and a canary rises.</summary>
internal static class StrategyRules
{
    private static readonly WordScalar Kinds = new(typeof(StrategyKind));

    public static IEnumerable<Finding> Check(BoundFile file)
    {
        if (file.Section<StrategyPlan>("strategy") is not { } strategy)
        {
            return [];
        }

        return
        [
            .. OnlyWith(file, strategy, "strategy.steps", StrategyKind.Canary),
            .. OnlyWith(file, strategy, "strategy.step", StrategyKind.Linear),
            .. NotRising(strategy),
        ];
    }

    private static IEnumerable<Finding> OnlyWith(BoundFile file, StrategyPlan strategy, string path, StrategyKind kind)
    {
        if (file.Has(path) && strategy.Kind != kind)
        {
            yield return new Finding(path, $"'{path}' is given with kind '{Kinds.Write(strategy.Kind)}' — allowed: only with kind {Kinds.Write(kind)}; remove it, or write 'kind: {Kinds.Write(kind)}'");
        }
    }

    private static IEnumerable<Finding> NotRising(StrategyPlan strategy)
    {
        for (var i = 1; i < strategy.Steps.Count; i++)
        {
            if (strategy.Steps[i] <= strategy.Steps[i - 1])
            {
                yield return new Finding(
                    $"strategy.steps[{i}]",
                    $"the step '{strategy.Steps[i]}' does not rise — allowed: more than the step before it, '{strategy.Steps[i - 1]}', up to 100; put the steps in order, each once");
            }
        }
    }
}
