using System.Text.Json;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.Providers.DigitalOcean.Router;

/// <summary>
/// DigitalOcean tells rates of a whole load balancer as curves, and not what one colour answered. So there is nothing to judge by,
/// and <c>observe.probe</c> stands in for it.
/// </summary>
internal sealed class NoMetrics : IMetricSource
{
    public Task<MetricReading> ReadAsync(JsonElement? cursor, CancellationToken cancellationToken) =>
        Task.FromResult(new MetricReading(ColorMetrics.None, ColorMetrics.None, ReleaseJson.ToElement(new Dictionary<string, string>())));

    public Task<IReadOnlyList<AlarmReading>> AlarmsAsync(IReadOnlyList<string> names, CancellationToken cancellationToken) =>
        names.Count == 0
            ? Task.FromResult<IReadOnlyList<AlarmReading>>([])
            : throw new NotSupportedByTargetException(
                $"DigitalOcean has no alarms that can be asked for, but 'observe.alarms' names '{string.Join("', '", names)}'. Leave it empty, or bind 'metrics' to a provider that has alarms.");
}
