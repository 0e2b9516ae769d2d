using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.Protocols;
using BlueGreenServerless.Engine;

namespace BlueGreenServerless.Clouds.Aws.StepFunctions;

/// <summary>An event of an execution's history in the words of the API.</summary>
internal static class HistoryAnswers
{
    /// <summary>The event before each in its own line of states, by id: of an item of a Map the beginning of the Map, of a Map's end what came last.</summary>
    public static IReadOnlyDictionary<long, long> Predecessors(IReadOnlyList<HistoryEvent> history)
    {
        var newest = new Dictionary<string, long>(StringComparer.Ordinal);
        var before = new Dictionary<long, long>();
        foreach (var row in history)
        {
            var from = row.Type == "MapIterationStarted" ? row.Branch[..row.Branch.LastIndexOf('/')] : row.Branch;
            before[row.Id] = row.Type is "MapStateSucceeded" or "MapStateFailed" ? row.Id - 1 : newest.GetValueOrDefault(from);
            newest[row.Branch] = row.Id;
        }

        return before;
    }

    public static JsonObject Of(HistoryEvent row, long previous, string region, bool withData)
    {
        var answer = new JsonObject
        {
            ["timestamp"] = JsonTime.Of(row.Timestamp), ["type"] = row.Type, ["id"] = row.Id, ["previousEventId"] = previous,
        };
        if (Details(row, region, withData) is var (name, details))
        {
            answer[name] = details;
        }

        return answer;
    }

    private static (string Name, JsonObject Details)? Details(HistoryEvent row, string region, bool withData) => row.Type switch
    {
        "ExecutionStarted" => ("executionStartedEventDetails", Kept(row, withData, "input")),
        "ExecutionSucceeded" => ("executionSucceededEventDetails", Kept(row, withData, "output")),
        "ExecutionFailed" => ("executionFailedEventDetails", Kept(row, withData, "error", "cause")),
        "ExecutionAborted" => ("executionAbortedEventDetails", Kept(row, withData, "error", "cause")),
        "ExecutionTimedOut" => ("executionTimedOutEventDetails", Kept(row, withData, "error", "cause")),
        _ when row.Type.EndsWith("StateEntered", StringComparison.Ordinal) => ("stateEnteredEventDetails", Named(row, Kept(row, withData, "input"))),
        _ when row.Type.EndsWith("StateExited", StringComparison.Ordinal) => ("stateExitedEventDetails", Named(row, Kept(row, withData, "output"))),
        "TaskScheduled" => ("taskScheduledEventDetails", Scheduled(row, region)),
        "TaskSucceeded" => ("taskSucceededEventDetails", Task(Kept(row, withData, "output"))),
        "TaskFailed" => ("taskFailedEventDetails", Task(Kept(row, withData, "error", "cause"))),
        "TaskTimedOut" => ("taskTimedOutEventDetails", Task(Kept(row, withData, "error", "cause"))),
        "TaskStarted" => ("taskStartedEventDetails", Task([])),
        "MapIterationStarted" or "MapIterationSucceeded" or "MapIterationFailed" => ($"mapIteration{row.Type["MapIteration".Length..]}EventDetails", Iteration(row)),
        _ => null,
    };

    private static JsonObject Kept(HistoryEvent row, bool withData, params string[] names)
    {
        var kept = new JsonObject();
        foreach (var name in names.Where(name => withData || name is not ("input" or "output")))
        {
            if (row.Details is { } details && details.TryGetProperty(name, out var value))
            {
                kept[name] = name is "input" or "output" || value.ValueKind != JsonValueKind.String ? value.GetRawText() : value.GetString();
            }
        }

        return kept;
    }

    private static JsonObject Named(HistoryEvent row, JsonObject details)
    {
        details["name"] = row.State ?? "";
        return details;
    }

    private static JsonObject Iteration(HistoryEvent row) => new() { ["name"] = row.State, ["index"] = row.Details!.Value.GetProperty("index").GetInt32() };

    private static JsonObject Scheduled(HistoryEvent row, string region)
    {
        var details = Task([]);
        (details["region"], details["parameters"]) = (region, row.Details?.GetRawText() ?? "{}");
        return details;
    }

    private static JsonObject Task(JsonObject details)
    {
        (details["resourceType"], details["resource"]) = ("lambda", "invoke");
        return details;
    }
}
