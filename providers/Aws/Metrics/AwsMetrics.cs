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
        var last = cursor is { } element ? ReleaseJson.FromElement<MetricCursor>(element) : new MetricCursor(WholeMinute(now));
        var since = last.Since;
        var until = WholeMinute(now - options.MetricsDelay);
        if (until <= since || (!blue.HasRequests && !green.HasRequests))
        {
            return new MetricReading(ColorMetrics.None, ColorMetrics.None, ReleaseJson.ToElement(last));
        }

        var series = await SeriesAsync(last, until - since > Longest ? until - Longest : since, until, cancellationToken);
        var quiet = Enum.GetValues<Color>().Where(color => !Group(color).WasAsked(series)).ToList();
        return new MetricReading(blue.Of(series), green.Of(series), ReleaseJson.ToElement(new MetricCursor(until, quiet)));
    }

    public Task<IReadOnlyList<AlarmReading>> AlarmsAsync(IReadOnlyList<string> names, CancellationToken cancellationToken) =>
        new AlarmReader(account).ReadAsync(names, cancellationToken);

    public Task<IReadOnlyList<Diagnosis>> DiagnoseAsync(CancellationToken cancellationToken) => new MetricsExamination(this, options, account).RunAsync(cancellationToken);

    /// <summary>
    /// AWS charges by the metric, so a colour that was quiet is first asked for what tells that it is not any more. Only then for the rest.
    /// </summary>
    internal async Task<MetricSeries> SeriesAsync(MetricCursor last, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var series = new MetricSeries();
        var colors = Enum.GetValues<Color>();
        await AddAsync(series, [.. colors.SelectMany(color => last.IsQuiet(color) ? Group(color).Counts() : Group(color).Queries())], since, until, cancellationToken);
        var woken = colors.Where(color => last.IsQuiet(color) && Group(color).WasAsked(series)).ToList();
        if (woken.Count > 0)
        {
            await AddAsync(series, [.. woken.SelectMany(color => Group(color).Queries())], since, until, cancellationToken);
        }

        return series;
    }

    private GroupMetrics Group(Color color) => color == Color.Blue ? blue : green;

    private async Task AddAsync(MetricSeries series, List<MetricDataQuery> queries, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var request = new GetMetricDataRequest
        {
            MetricDataQueries = queries, StartTime = since.UtcDateTime, EndTime = until.UtcDateTime,
        };
        do
        {
            var page = await AwsCall.RunAsync("reading the metrics", () => account.Watch.GetMetricDataAsync(request, cancellationToken));
            series.Add(page.MetricDataResults ?? []);
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is { Length: > 0 });
    }

    private static DateTimeOffset WholeMinute(DateTimeOffset time) => time.AddTicks(-(time.UtcTicks % TimeSpan.TicksPerMinute));
}
