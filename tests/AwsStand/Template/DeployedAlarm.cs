namespace BlueGreenServerless.AwsStand.Template;

/// <summary>An alarm of a metric of our own, by whole minutes.</summary>
/// <param name="Periods">Minutes that are looked at.</param>
/// <param name="Datapoints">How many of them must be beyond the threshold.</param>
/// <param name="Missing">What a minute without a value counts as.</param>
public sealed record DeployedAlarm(
    string Name, string Metric, IReadOnlyDictionary<string, string> Dimensions, string Statistic, string Comparison, double Threshold, int Periods, int Datapoints, string Missing);
