using System.Text.Json;

namespace BlueGreenServerless.StateMachine.Tests.Differential;

/// <summary>How a case ended, and the way it went.</summary>
/// <param name="HasCuts">A Map or Parallel failed, so branches beside the failing one may have been cut anywhere.</param>
public sealed record Outcome(JsonElement? Output, string? Error, string? Cause, IReadOnlyList<Entered> Entered, bool HasCuts = false)
{
    /// <summary>The states of each branch in order. The graph of a state is the part of its name before the number.</summary>
    public ILookup<string, string> Branches => Entered.ToLookup(
        one => $"{one.State.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')} {one.Id}", one => one.State, StringComparer.Ordinal);
}
