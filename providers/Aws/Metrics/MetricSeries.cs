using Amazon.CloudWatch.Model;

namespace BlueGreenServerless.Providers.Aws.Metrics;

/// <summary>Values by the id of their query and their minute. A minute without a value had nothing to report.</summary>
internal sealed class MetricSeries
{
    private readonly Dictionary<string, SortedDictionary<DateTime, double>> values = new(StringComparer.Ordinal);

    public void Add(IEnumerable<MetricDataResult> results)
    {
        foreach (var result in results)
        {
            var minutes = values.TryGetValue(result.Id, out var known) ? known : values[result.Id] = [];
            foreach (var (minute, value) in (result.Timestamps ?? []).Zip(result.Values ?? []))
            {
                minutes[minute.ToUniversalTime()] = value;
            }
        }
    }

    public double Sum(string id) => Of(id).Values.Sum();

    public IReadOnlyDictionary<DateTime, double> Of(string id) => values.TryGetValue(id, out var minutes) ? minutes : [];
}
