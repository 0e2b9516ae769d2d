using BlueGreenServerless.Engine.Paths;

namespace BlueGreenServerless.Engine.Choices;

/// <summary>And.</summary>
internal sealed class AllConditions(IReadOnlyList<ICondition> conditions) : ICondition
{
    public bool Holds(Scope scope) => conditions.All(condition => condition.Holds(scope));
}
