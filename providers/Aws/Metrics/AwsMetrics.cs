using System.Text.Json;
using Amazon.CloudWatch.Model;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws.Clients;
using BlueGreenServerless.Serialization;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Aws.Metrics;

/// <summary>
/// What each target group answered, by CloudWatch's whole minutes. A minute is read once, when it is over and the delay for its numbers has
/// passed too, so the first reading of a release is empty. Network load balancers count no requests: they have no data here.
/// </summary>
internal sealed class AwsMetrics(AwsOptions options, AwsAccount account) : IMetricSource, IDiagnosed
{
    /// <summary>A longer gap (an approval, a freeze) is not made up for: what is judged is the recent past.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(3);

    private readonly GroupMetrics blue = new(options.Listeners, options.Blue, "b");
    private readonly GroupMetrics green = new(options.Listeners, options.Green, "g");

    public async Task<MetricReading> ReadAsync(JsonElement? cursor, CancellationToken cancellationToken)
    {
        var now = account.Time.GetUtcNow();
        var since = cursor is { } element ? ReleaseJson.FromElement<MetricCursor>(element).Since : WholeMinute(now);
        var until = WholeMinute(now - options.MetricsDelay);
        if (until <= since || (!blue.HasRequests && !green.HasRequests))
        {
            return new MetricReading(ColorMetrics.None, ColorMetrics.None, ReleaseJson.ToElement(new MetricCursor(since)));
        }

        var series = await SeriesAsync(until - since > Longest ? until - Longest : since, until, cancellationToken);
        return new MetricReading(blue.Of(series), green.Of(series), ReleaseJson.ToElement(new MetricCursor(until)));
    }

    public Task<IReadOnlyList<AlarmReading>> AlarmsAsync(IReadOnlyList<string> names, CancellationToken cancellationToken) =>
        new AlarmReader(account).ReadAsync(names, cancellationToken);

    public Task<IReadOnlyList<Diagnosis>> DiagnoseAsync(CancellationToken cancellationToken) => new MetricsExamination(this, options, account).RunAsync(cancellationToken);

    internal async Task<MetricSeries> SeriesAsync(DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var series = new MetricSeries();
        var request = new GetMetricDataRequest
        {
            MetricDataQueries = [.. blue.Queries(), .. green.Queries()], StartTime = since.UtcDateTime, EndTime = until.UtcDateTime,
        };
        do
        {
            var page = await AwsCall.RunAsync("reading the metrics", () => account.Watch.GetMetricDataAsync(request, cancellationToken));
            series.Add(page.MetricDataResults ?? []);
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is { Length: > 0 });

        return series;
    }

    private static DateTimeOffset WholeMinute(DateTimeOffset time) => time.AddTicks(-(time.UtcTicks % TimeSpan.TicksPerMinute));
}
