using System.Text.Json;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Serialization;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Testing.Fakes;

/// <summary>A metric source that counts what a test serves. The cursor is how much had been served.</summary>
public sealed class FakeMetrics(TimeProvider time) : IMetricSource
{
    private readonly List<(Color Color, ColorMetrics Metrics)> served = [];

    public Faults Faults { get; } = new(time);

    /// <summary>Called before each reading, so that a test can serve what came since.</summary>
    public Action? OnRead { get; set; }

    public Dictionary<string, AlarmReading> Alarms { get; } = [];

    public bool HasAlarms { get; set; } = true;

    public void Serve(Color color, long requests, long errors = 0, double p99Milliseconds = 50) =>
        served.Add((color, new ColorMetrics(requests, errors, TimeSpan.FromMilliseconds(p99Milliseconds))));

    public Task<MetricReading> ReadAsync(JsonElement? cursor, CancellationToken cancellationToken)
    {
        OnRead?.Invoke();
        return Faults.AroundAsync("Read", () => Read(cursor?.GetInt32() ?? served.Count), cancellationToken);
    }

    public Task<IReadOnlyList<AlarmReading>> AlarmsAsync(IReadOnlyList<string> names, CancellationToken cancellationToken) => Faults.AroundAsync<IReadOnlyList<AlarmReading>>(
        "Alarms",
        () => HasAlarms || names.Count == 0
            ? [.. names.Select(name => Alarms.GetValueOrDefault(name) ?? new AlarmReading(name, false, false, null))]
            : throw new NotSupportedByTargetException("The metrics have no alarms."),
        cancellationToken);

    private MetricReading Read(int from) => new(Sum(Color.Blue, from), Sum(Color.Green, from), ReleaseJson.ToElement(served.Count));

    private ColorMetrics Sum(Color color, int from) => served.Skip(from).Where(one => one.Color == color).Aggregate(
        ColorMetrics.None,
        (sum, one) => new ColorMetrics(
            sum.Requests + one.Metrics.Requests, sum.Errors + one.Metrics.Errors, sum.P99 is null || one.Metrics.P99 > sum.P99 ? one.Metrics.P99 : sum.P99));
}
