using System.Text.Json;
using BlueGreenServerless.Engine.Paths;

namespace BlueGreenServerless.Engine.Choices;

/// <summary>Compares the variable with a value written in the rule, or found by a path (the operators that end with Path).</summary>
internal sealed class ComparisonCondition(
    ReferencePath variable, Comparison comparison, JsonElement? value, ReferencePath? valuePath) : ICondition
{
    public bool Holds(Scope scope) =>
        comparison.Holds(scope.Get(variable, "Variable"), value ?? scope.Get(valuePath!, comparison.Name + "Path"));
}
