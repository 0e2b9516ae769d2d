using System.Text.Json;

namespace BlueGreenServerless.StateMachine.Tests.Linting;

/// <summary>A machine, an item processor or a branch as it is written.</summary>
public sealed record LintGraph(string StartAt, IReadOnlyList<LintState> States)
{
    /// <summary>The graph and all that are inside it.</summary>
    public static IEnumerable<LintGraph> All(JsonElement source)
    {
        var graph = new LintGraph(
            LintState.Text(source, nameof(StartAt)) ?? string.Empty,
            [.. source.GetProperty(nameof(States)).EnumerateObject().Select(state => new LintState(state.Name, state.Value))]);
        return graph.States.SelectMany(state => state.Inner).SelectMany(All).Prepend(graph);
    }

    public LintState? Find(string name) => States.FirstOrDefault(state => state.Name == name);

    /// <summary>The names that can be reached from one, itself included.</summary>
    public HashSet<string> ReachableFrom(string name)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([name]);
        while (open.TryDequeue(out var next))
        {
            if (seen.Add(next) && Find(next) is { } state)
            {
                state.Targets.ToList().ForEach(open.Enqueue);
            }
        }

        return seen;
    }
}
