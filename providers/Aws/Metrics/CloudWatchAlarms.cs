using System.Text.Json;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws.Clients;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.Providers.Aws.Metrics;

/// <summary>Alarms by name, and no numbers: CloudWatch knows nothing of the colours of a load balancer elsewhere, so probes are judged.</summary>
internal sealed class CloudWatchAlarms(AwsAccount account) : IMetricSource
{
    private static readonly JsonElement Nothing = ReleaseJson.ToElement(new Dictionary<string, string>(StringComparer.Ordinal));

    public Task<MetricReading> ReadAsync(JsonElement? cursor, CancellationToken cancellationToken) =>
        Task.FromResult(new MetricReading(ColorMetrics.None, ColorMetrics.None, Nothing));

    public Task<IReadOnlyList<AlarmReading>> AlarmsAsync(IReadOnlyList<string> names, CancellationToken cancellationToken) =>
        new AlarmReader(account).ReadAsync(names, cancellationToken);
}
