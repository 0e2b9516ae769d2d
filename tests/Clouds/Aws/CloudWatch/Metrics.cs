using System.Collections.Concurrent;
using System.Globalization;
using BlueGreenServerless.Clouds.Aws.Protocols;

namespace BlueGreenServerless.Clouds.Aws.CloudWatch;

/// <summary>The values of every metric.</summary>
public sealed class Metrics
{
    private readonly ConcurrentDictionary<MetricKey, List<Sample>> samples = new();

    /// <summary>Takes in a value, such as a test's own or one of the load balancer's.</summary>
    public void Put(string space, string name, double value, DateTimeOffset time, params (string Name, string Value)[] dimensions) =>
        Put(MetricKey.Of(space, name, dimensions), new Sample(time, value, 1));

    internal void Put(MetricKey key, Sample sample)
    {
        var list = samples.GetOrAdd(key, _ => []);
        lock (list)
        {
            list.Add(sample);
        }
    }

    /// <summary>One value for each period in which something was measured, oldest first; periods without values are left out.</summary>
    internal IReadOnlyList<(DateTimeOffset Time, double Value)> Read(MetricKey key, string statistic, int period, DateTimeOffset start, DateTimeOffset end)
    {
        List<Sample> chosen = [];
        if (samples.TryGetValue(key, out var list))
        {
            lock (list)
            {
                chosen = [.. list.Where(sample => sample.Time >= start && sample.Time < end)];
            }
        }

        return [.. chosen.GroupBy(sample => sample.Time.ToUnixTimeSeconds() / period * period).OrderBy(group => group.Key)
            .Select(group => (DateTimeOffset.FromUnixTimeSeconds(group.Key), Value([.. group], statistic)))];
    }

    private static double Value(IReadOnlyList<Sample> period, string statistic) => statistic switch
    {
        "Sum" => period.Sum(sample => sample.Value * sample.Count),
        "SampleCount" => period.Sum(sample => sample.Count),
        "Average" => period.Sum(sample => sample.Value * sample.Count) / period.Sum(sample => sample.Count),
        "Minimum" => period.Min(sample => sample.Value),
        "Maximum" => period.Max(sample => sample.Value),
        _ when statistic.StartsWith('p') && double.TryParse(statistic[1..], CultureInfo.InvariantCulture, out var percent) => Percentile(period, percent),
        _ => throw AwsException.Invalid($"The value '{statistic}' for parameter MetricDataQueries.member.1.MetricStat.Stat is not valid."),
    };

    private static double Percentile(IReadOnlyList<Sample> period, double percent)
    {
        var rank = period.Sum(sample => sample.Count) * percent / 100;
        double seen = 0;
        return period.OrderBy(sample => sample.Value).First(sample => (seen += sample.Count) >= rank).Value;
    }
}
