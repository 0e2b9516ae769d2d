using BlueGreenServerless.Engine.Paths;

namespace BlueGreenServerless.Engine.Choices;

/// <summary>A test of a Choice rule.</summary>
internal interface ICondition
{
    bool Holds(Scope scope);
}
