using System.Text.Json;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.Providers.SocketLink;

/// <summary>A link counts nothing: what is judged are probes.</summary>
internal sealed class LinkMetrics : IMetricSource
{
    private static readonly JsonElement Nothing = ReleaseJson.ToElement(new Dictionary<string, string>(StringComparer.Ordinal));

    public Task<MetricReading> ReadAsync(JsonElement? cursor, CancellationToken cancellationToken) =>
        Task.FromResult(new MetricReading(ColorMetrics.None, ColorMetrics.None, Nothing));

    public Task<IReadOnlyList<AlarmReading>> AlarmsAsync(IReadOnlyList<string> names, CancellationToken cancellationToken) =>
        names.Count == 0
            ? Task.FromResult<IReadOnlyList<AlarmReading>>([])
            : throw new NotSupportedByTargetException($"A link has no alarms, but 'observe.alarms' names '{string.Join("', '", names)}'. Leave it empty, or bind 'metrics' to a provider that has alarms.");
}
