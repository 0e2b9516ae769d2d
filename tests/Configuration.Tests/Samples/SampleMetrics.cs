using System.Text.Json;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Configuration.Tests.Samples;

public sealed class SampleMetrics : IMetricSource
{
    public Task<MetricReading> ReadAsync(JsonElement? cursor, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<AlarmReading>> AlarmsAsync(IReadOnlyList<string> names, CancellationToken cancellationToken) => throw new NotSupportedException();
}
