using System.Text.Json;

namespace BlueGreenServerless.Ports;

/// <summary>Measures the two colours of a target.</summary>
public interface IMetricSource
{
    /// <summary>
    /// What both colours did since <paramref name="cursor"/> (null: from now on, so the first reading is empty), and the cursor to go on from.
    /// A restart of the source never yields negative or invented numbers.
    /// </summary>
    Task<MetricReading> ReadAsync(JsonElement? cursor, CancellationToken cancellationToken);

    /// <summary>State of the named alarms.</summary>
    /// <exception cref="Failures.NotSupportedByTargetException">The source has no alarms and <paramref name="names"/> is not empty.</exception>
    Task<IReadOnlyList<AlarmReading>> AlarmsAsync(IReadOnlyList<string> names, CancellationToken cancellationToken);
}
