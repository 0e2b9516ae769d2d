using System.Text.Json;
using BlueGreenServerless.AwsStand.Template;

namespace BlueGreenServerless.AwsStand.Watching;

/// <summary>
/// What CloudWatch makes of the metrics that functions write to their log: it reads them from the lines (user guide, "Embedded metric
/// format") and evaluates the alarms of the template by whole minutes (user guide, "Evaluating an alarm", "Missing data").
/// </summary>
public sealed class MetricAlarms(CloudAccount account)
{
    private const long Minute = 60_000;

    /// <summary>Deployed, and nothing measured yet.</summary>
    public void Add(string name) => account.Aws.Alarms.Add(Alarm(name).Name, "INSUFFICIENT_DATA");

    /// <summary>Looks at the minutes that are over. A state that changes is told to the rules.</summary>
    public void Evaluate(string name)
    {
        var alarm = Alarm(name);
        var now = account.Clock.GetUtcNow().ToUnixTimeMilliseconds() / Minute;
        var samples = Samples(alarm).ToLookup(sample => sample.Minute, sample => sample.Value);
        var minutes = Enumerable.Range(1, alarm.Periods).Select(back => samples[now - back].ToList()).ToList();
        var beyond = minutes.Count(values => values.Count == 0 ? alarm.Missing == "breaching" : IsBeyond(alarm, Statistic(alarm, values)));
        var state = beyond >= alarm.Datapoints ? "ALARM" : alarm.Missing == "missing" && minutes.TrueForAll(values => values.Count == 0) ? "INSUFFICIENT_DATA" : "OK";
        account.Aws.Alarms.Set(name, state, $"{beyond} of {alarm.Periods} minutes");
    }

    private DeployedAlarm Alarm(string name) => account.Template.Alarms.Single(alarm => alarm.Name == name);

    private IEnumerable<(long Minute, double Value)> Samples(DeployedAlarm alarm) =>
        account.Functions.Log.Split('\n').Where(line => line.Contains("\"_aws\"", StringComparison.Ordinal)).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => IsOf(alarm, line)).Select(line => (line.GetProperty("_aws").GetProperty("Timestamp").GetInt64() / Minute, line.GetProperty(alarm.Metric).GetDouble()));

    private static bool IsOf(DeployedAlarm alarm, JsonElement line) =>
        line.TryGetProperty(alarm.Metric, out _) && alarm.Dimensions.All(one => line.TryGetProperty(one.Key, out var value) && value.GetString() == one.Value)
        && line.GetProperty("_aws").GetProperty("CloudWatchMetrics").EnumerateArray().Any(told => told.GetProperty("Dimensions").EnumerateArray().Any(
            set => set.EnumerateArray().Select(name => name.GetString()!).ToHashSet(StringComparer.Ordinal).SetEquals(alarm.Dimensions.Keys)));

    private static double Statistic(DeployedAlarm alarm, List<double> values) => alarm.Statistic switch
    {
        "Sum" => values.Sum(),
        "SampleCount" => values.Count,
        _ => throw new NotSupportedException($"The alarm '{alarm.Name}' has the statistic '{alarm.Statistic}', which the stand does not know. Teach it."),
    };

    private static bool IsBeyond(DeployedAlarm alarm, double value) => alarm.Comparison switch
    {
        "GreaterThanOrEqualToThreshold" => value >= alarm.Threshold,
        "LessThanThreshold" => value < alarm.Threshold,
        _ => throw new NotSupportedException($"The alarm '{alarm.Name}' compares by '{alarm.Comparison}', which the stand does not know. Teach it."),
    };
}
