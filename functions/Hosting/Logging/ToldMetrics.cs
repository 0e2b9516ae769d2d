namespace BlueGreenServerless.Functions.Hosting.Logging;

/// <summary>One line of metrics.</summary>
internal sealed record ToldMetrics(string[][] Dimensions, Dictionary<string, string?> Fields, IReadOnlyList<Metric> Metrics);
