using System.Globalization;
using System.Text.Json.Nodes;

namespace BlueGreenServerless.Clouds.Aws.LoadBalancing;

/// <summary>A target group of a forward action and its weight.</summary>
public sealed record WeightedGroup(string Arn, int Weight)
{
    /// <summary>The groups of the last forward action; none when the actions end with something else.</summary>
    public static IReadOnlyList<WeightedGroup> Of(JsonArray actions) =>
        [.. (Forward(actions)?["TargetGroups"]?.AsArray() ?? []).Select(group => new WeightedGroup(
            group!["TargetGroupArn"]!.ToString(), int.Parse(group[nameof(Weight)]?.ToString() ?? "1", CultureInfo.InvariantCulture)))];

    internal static int? Stickiness(JsonArray actions) =>
        Forward(actions)?["TargetGroupStickinessConfig"] is { } config && config["Enabled"]?.ToString() == "true"
            ? int.Parse(config["DurationSeconds"]!.ToString(), CultureInfo.InvariantCulture)
            : null;

    private static JsonNode? Forward(JsonArray actions) =>
        actions.LastOrDefault(action => action!["Type"]!.ToString() == "forward")?["ForwardConfig"];
}
