using System.Text.Json;

namespace BlueGreenServerless.StateMachine.Tests.Linting;

/// <summary>The rules of this project for state machines, each by its name.</summary>
public static class Linter
{
    public static IReadOnlyDictionary<string, Func<JsonElement, IEnumerable<string>>> Rules { get; } =
        new Dictionary<string, Func<JsonElement, IEnumerable<string>>>(StringComparer.Ordinal)
        {
            ["NextExists"] = GraphRules.NextExists,
            ["Reachable"] = GraphRules.Reachable,
            ["Terminating"] = GraphRules.Terminating,
            ["MachineTimeout"] = GraphRules.MachineTimeout,
            ["TaskTimeout"] = TaskRules.TaskTimeout,
            ["TwoRetriers"] = TaskRules.TwoRetriers,
            ["OneCatcher"] = TaskRules.OneCatcher,
            ["RetryNotAll"] = TaskRules.RetryNotAll,
            ["Stage"] = TaskRules.Stage,
            ["ErrorName"] = NameRules.ErrorName,
            ["PascalCase"] = NameRules.PascalCase,
            ["Comment"] = NameRules.Comment,
            ["ReferencePath"] = TextRules.ReferencePath,
            ["NoArn"] = TextRules.NoArn,
        };

    /// <summary>Every broken rule, as <c>Rule: what</c>.</summary>
    public static IReadOnlyList<string> Check(string json)
    {
        var machine = JsonElement.Parse(json);
        return [.. Rules.SelectMany(rule => rule.Value(machine).Select(problem => $"{rule.Key}: {problem}"))];
    }
}
