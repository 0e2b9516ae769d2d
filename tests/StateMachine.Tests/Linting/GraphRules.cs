using System.Text.Json;

namespace BlueGreenServerless.StateMachine.Tests.Linting;

/// <summary>Every state can be reached and comes to an end.</summary>
public static class GraphRules
{
    public static IEnumerable<string> NextExists(JsonElement machine) =>
        from graph in LintGraph.All(machine)
        from target in graph.States.SelectMany(state => state.Targets.Select(target => (state.Name, Target: target))).Append(("StartAt", graph.StartAt))
        where graph.Find(target.Item2) is null
        select $"{target.Item1} leads to '{target.Item2}', which is no state beside it";

    public static IEnumerable<string> Reachable(JsonElement machine) =>
        from graph in LintGraph.All(machine)
        let reached = graph.ReachableFrom(graph.StartAt)
        from state in graph.States
        where !reached.Contains(state.Name)
        select $"nothing leads to '{state.Name}'";

    public static IEnumerable<string> Terminating(JsonElement machine) =>
        from graph in LintGraph.All(machine)
        from state in graph.States
        where !graph.ReachableFrom(state.Name).Any(name => graph.Find(name) is { Ends: true })
        select $"'{state.Name}' leads to no end";

    public static IEnumerable<string> MachineTimeout(JsonElement machine) =>
        machine.TryGetProperty("TimeoutSeconds", out _) ? [] : ["the machine has no TimeoutSeconds"];
}
