using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Engine;

/// <summary>A state machine definition uses something that the engine does not know; every fault is named with state and field.</summary>
public sealed class DefinitionException(string machine, IReadOnlyList<string> faults) : ReleaseException(
    $"The definition of the state machine '{machine}' has {faults.Count} fault(s); nothing was started. Correct them:\n  "
    + string.Join("\n  ", faults))
{
    public IReadOnlyList<string> Faults { get; } = faults;
}
