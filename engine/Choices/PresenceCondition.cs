using BlueGreenServerless.Engine.Paths;

namespace BlueGreenServerless.Engine.Choices;

/// <summary>IsPresent, the one operator whose Variable may find nothing.</summary>
internal sealed class PresenceCondition(ReferencePath variable, bool expected) : ICondition
{
    public bool Holds(Scope scope) => scope.Find(variable) is not null == expected;
}
