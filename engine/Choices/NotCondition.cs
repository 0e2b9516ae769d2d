using BlueGreenServerless.Engine.Paths;

namespace BlueGreenServerless.Engine.Choices;

/// <summary>Not.</summary>
internal sealed class NotCondition(ICondition condition) : ICondition
{
    public bool Holds(Scope scope) => !condition.Holds(scope);
}
