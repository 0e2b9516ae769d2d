using System.Text.Json;
using System.Text.Json.Nodes;

namespace BlueGreenServerless.Functions.Hosting.Logging;

/// <summary>
/// Writes metrics as log lines in CloudWatch's embedded metric format: no API call, no permission. Dimensions are few and bounded (stage,
/// app, target, outcome); the release's id is a field to search by, not a dimension to pay for.
/// </summary>
public sealed class MetricLines(TextWriter output, TimeProvider time)
{
    public const string Namespace = "BlueGreenServerless";

    /// <summary>By app: how many of its targets did not answer.</summary>
    public const string ProbeFailures = "ProbeFailures";

    public void StageEnded(StageCall call, TimeSpan duration, bool failed) => Write(
        [["Stage"]], new() { ["Stage"] = call.Stage, ["App"] = call.App, ["Target"] = call.Target, ["ReleaseId"] = call.ReleaseId },
        new("StageDuration", "Milliseconds", duration.TotalMilliseconds), new("StageFailures", "Count", failed ? 1 : 0));

    /// <summary>What came of an event: accepted, ignored or refused.</summary>
    public void EventEnded(string trigger, string result) => Write(
        [["Trigger", "Result"]], new() { ["Trigger"] = trigger, ["Result"] = result }, new Metric("Events", "Count", 1));

    /// <summary>What came of asking a target where its users do.</summary>
    public void Probed(string app, string target, bool failed, TimeSpan took) => Write(
        [["App"], ["App", "Target"]], new() { ["App"] = app, ["Target"] = target },
        new(ProbeFailures, "Count", failed ? 1 : 0), new("ProbeDuration", "Milliseconds", took.TotalMilliseconds));

    /// <summary>What a stage's document says about the release itself.</summary>
    public void Tell(StageCall call, JsonElement document)
    {
        foreach (var told in DocumentMetrics.Of(call, document, time.GetUtcNow()))
        {
            Write(told.Dimensions, told.Fields, [.. told.Metrics]);
        }
    }

    private void Write(string[][] dimensions, Dictionary<string, string?> fields, params Metric[] metrics)
    {
        var line = new JsonObject
        {
            ["_aws"] = new JsonObject
            {
                ["Timestamp"] = time.GetUtcNow().ToUnixTimeMilliseconds(),
                ["CloudWatchMetrics"] = new JsonArray(new JsonObject
                {
                    ["Namespace"] = Namespace,
                    ["Dimensions"] = new JsonArray([.. dimensions.Select(set => new JsonArray([.. set.Select(name => JsonValue.Create(name))]))]),
                    ["Metrics"] = new JsonArray([.. metrics.Select(metric => new JsonObject { ["Name"] = metric.Name, ["Unit"] = metric.Unit })]),
                }),
            },
        };
        foreach (var (name, value) in fields.Where(field => field.Value is not null))
        {
            line[name] = value;
        }

        foreach (var metric in metrics)
        {
            line[metric.Name] = metric.Value;
        }

        output.WriteLine(line.ToJsonString());
    }
}
