using Amazon.CloudWatch.Model;
using BlueGreenServerless.Documents;

namespace BlueGreenServerless.Providers.Aws.Metrics;

/// <summary>
/// The metrics of one target group behind its load balancers (namespace AWS/ApplicationELB, dimensions TargetGroup and LoadBalancer).
/// Errors are the targets' 5xx answers and connections to them that failed. The load balancer's own 5xx belong to no target group.
/// </summary>
internal sealed class GroupMetrics(IReadOnlyList<string> listeners, string group, string prefix)
{
    private const string Requests = "requests";
    private const string Failed = "failed";
    private const string Unreached = "unreached";
    private const string P99 = "p99";

    private readonly List<string> balancers = [.. listeners.Select(BalancerOf).Where(name => name.StartsWith("app/", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)];

    public bool HasRequests => balancers.Count > 0;

    public IEnumerable<MetricDataQuery> Queries() => Counts().Concat(Enumerable.Range(0, balancers.Count).SelectMany(index => (MetricDataQuery[])
    [
        Query(index, Failed, "HTTPCode_Target_5XX_Count", "Sum"),
        Query(index, P99, "TargetResponseTime", "p99"),
    ]));

    /// <summary>What shows that somebody asked the group anything, answered or not.</summary>
    public IEnumerable<MetricDataQuery> Counts() => Enumerable.Range(0, balancers.Count).SelectMany(index => (MetricDataQuery[])
    [
        Query(index, Requests, "RequestCount", "Sum"),
        Query(index, Unreached, "TargetConnectionErrorCount", "Sum"),
    ]);

    public bool WasAsked(MetricSeries series) => Total(series, Requests) + Total(series, Unreached) > 0;

    public ColorMetrics Of(MetricSeries series)
    {
        var errors = Total(series, Failed) + Total(series, Unreached);
        var requests = Math.Max(Total(series, Requests), errors);
        return new ColorMetrics((long)requests, (long)errors, ResponseTime(series));
    }

    /// <summary><c>app/name/id</c> out of <c>…:listener/app/name/id/…</c>, which is how CloudWatch names a load balancer.</summary>
    public static string BalancerOf(string listener) => string.Join('/', listener.Split('/').Skip(1).Take(3));

    /// <summary><c>targetgroup/name/id</c>.</summary>
    public static string GroupName(string arn) => arn[(arn.LastIndexOf(':') + 1)..];

    private MetricDataQuery Query(int index, string id, string metric, string statistic) => new()
    {
        Id = Id(index, id),
        ReturnData = true,
        MetricStat = new MetricStat
        {
            Period = 60,
            Stat = statistic,
            Metric = new Metric
            {
                Namespace = "AWS/ApplicationELB",
                MetricName = metric,
                Dimensions = [new Dimension { Name = "TargetGroup", Value = GroupName(group) }, new Dimension { Name = "LoadBalancer", Value = balancers[index] }],
            },
        },
    };

    private string Id(int index, string id) => $"{prefix}{index}_{id}";

    private double Total(MetricSeries series, string id) => Enumerable.Range(0, balancers.Count).Sum(index => series.Sum(Id(index, id)));

    /// <summary>CloudWatch keeps no percentile of any window: the mean of its minutes' percentiles, weighted by their requests.</summary>
    private TimeSpan? ResponseTime(MetricSeries series)
    {
        var (sum, weight) = (0.0, 0.0);
        for (var index = 0; index < balancers.Count; index++)
        {
            var requests = series.Of(Id(index, Requests));
            foreach (var (minute, seconds) in series.Of(Id(index, P99)))
            {
                var count = Math.Max(1, requests.GetValueOrDefault(minute));
                (sum, weight) = (sum + (seconds * count), weight + count);
            }
        }

        return weight == 0 ? null : TimeSpan.FromSeconds(sum / weight);
    }
}
