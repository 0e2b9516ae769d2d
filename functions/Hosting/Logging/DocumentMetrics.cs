using System.Text.Json;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Serialization;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Functions.Hosting.Logging;

/// <summary>What the document that left a stage says in numbers: the end of a release, the split of the traffic, the errors of a colour.</summary>
internal static class DocumentMetrics
{
    public static IEnumerable<ToldMetrics> Of(StageCall call, JsonElement document, DateTimeOffset now) => call.Stage.Split('-')[0] switch
    {
        "Complete" => [End(ReleaseJson.FromElement<Release>(document), now)],
        "ShiftTraffic" => [Split(ReleaseJson.FromElement<TargetRelease>(document))],
        "Observe" => Observed(ReleaseJson.FromElement<TargetRelease>(document)),
        _ => [],
    };

    private static ToldMetrics End(Release document, DateTimeOffset now)
    {
        var header = document.Header;
        return new(
            [["App", "Outcome"], ["Outcome"]],
            new() { ["App"] = header.App, ["Outcome"] = document.Outcome.ToString(), ["ReleaseId"] = header.Id },
            [new("Releases", "Count", 1), new("ReleaseDuration", "Seconds", (now - header.StartedAt).TotalSeconds)]);
    }

    private static ToldMetrics Split(TargetRelease document) => new(
        [["App", "Target"]], Fields(document),
        [new("BlueWeight", "Percent", document.Target.Split?.Blue ?? 0), new("GreenWeight", "Percent", document.Target.Split?.Green ?? 0)]);

    private static IEnumerable<ToldMetrics> Observed(TargetRelease document)
    {
        if (document.Target.Observation is { } seen)
        {
            var idle = document.Target.Idle();
            yield return Counted(document, idle, seen.New);
            yield return Counted(document, idle.Other(), seen.Reference ?? ColorMetrics.None);
        }
    }

    private static ToldMetrics Counted(TargetRelease document, Color color, ColorMetrics metrics) => new(
        [["App", "Target", "Color"]], new(Fields(document)) { ["Color"] = color.ToString() },
        [new("Requests", "Count", metrics.Requests), new("Errors", "Count", metrics.Errors)]);

    private static Dictionary<string, string?> Fields(TargetRelease document) =>
        new() { ["App"] = document.Header.App, ["Target"] = document.Target.Name, ["ReleaseId"] = document.Header.Id };
}
