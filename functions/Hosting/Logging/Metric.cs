namespace BlueGreenServerless.Functions.Hosting.Logging;

/// <param name="Unit">A unit of CloudWatch: Count, Milliseconds, Seconds, Percent.</param>
internal sealed record Metric(string Name, string Unit, double Value);
