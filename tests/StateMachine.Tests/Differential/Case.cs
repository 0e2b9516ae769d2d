using System.Text.Json.Nodes;

namespace BlueGreenServerless.StateMachine.Tests.Differential;

/// <summary>A generated machine with an input, and what both interpreters must know to run it.</summary>
/// <param name="Waits">Names of the Wait states; the other interpreter runs in real time and skips them.</param>
/// <param name="Retried">Names of the states with retriers; it skips their delays too.</param>
public sealed record Case(
    JsonNode Definition, JsonNode Input, Dictionary<string, FunctionPlan> Functions, List<string> Waits, List<string> Retried);
