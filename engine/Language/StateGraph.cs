using System.Text.Json;
using BlueGreenServerless.Engine.States;

namespace BlueGreenServerless.Engine.Language;

/// <summary>States that are run from StartAt to an end: a machine, an item processor, a branch.</summary>
internal sealed class StateGraph
{
    private readonly Dictionary<string, State> states = new(StringComparer.Ordinal);

    private StateGraph(string startAt) => StartAt = startAt;

    public string StartAt { get; }

    public State this[string name] => states[name];

    public static StateGraph Read(Fields fields)
    {
        var graph = new StateGraph(fields.RequiredText("StartAt"));
        if (fields.Raw("States") is not { ValueKind: JsonValueKind.Object } all)
        {
            fields.Report("the field 'States' is missing or no object");
            return graph;
        }

        foreach (var member in all.EnumerateObject())
        {
            var inner = new Fields(member.Value, $"state '{member.Name}'", fields.Faults);
            if (member.Value.ValueKind != JsonValueKind.Object || StateReader.Read(member.Name, inner) is not { } state)
            {
                fields.Report($"'{member.Name}' is no state");
            }
            else
            {
                graph.states[member.Name] = state;
            }
        }

        graph.CheckTargets(fields);
        return graph;
    }

    private void CheckTargets(Fields fields)
    {
        if (!states.ContainsKey(StartAt))
        {
            fields.Report($"StartAt is '{StartAt}', which is not one of its states");
        }

        foreach (var (name, state) in states)
        {
            foreach (var target in state.Targets.Where(target => !states.ContainsKey(target)))
            {
                fields.Faults.Add($"state '{name}'", $"it goes to '{target}', which is not a state beside it");
            }
        }
    }
}
