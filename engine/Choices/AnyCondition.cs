using BlueGreenServerless.Engine.Paths;

namespace BlueGreenServerless.Engine.Choices;

/// <summary>Or.</summary>
internal sealed class AnyCondition(IReadOnlyList<ICondition> conditions) : ICondition
{
    public bool Holds(Scope scope) => conditions.Any(condition => condition.Holds(scope));
}
