using System.Text.Json;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Serialization;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>
/// What users saw, counted by HAProxy itself where it answers them: every answer of production traffic, its errors (5xx, HAProxy's own
/// included) and its response time. Previews and probes do not count. A client that left before its answer counts as nothing.
/// </summary>
internal sealed class HaproxyMetrics(HaproxyOptions options, IReadOnlyList<IBalancer> balancers) : IMetricSource
{
    private const string Questions = $"show info;show table {HaproxyConfiguration.AnswersTable}";

    public static IMetricSource Create(HaproxyOptions options, PortContext context) => new HaproxyMetrics(options.Checked(), HaproxyBalancers.Of(options, context));

    public async Task<MetricReading> ReadAsync(JsonElement? cursor, CancellationToken cancellationToken)
    {
        var now = await balancers.EachAsync(balancer => CountsAsync(balancer, cancellationToken));
        var next = ReleaseJson.ToElement(now);
        var earlier = cursor is { } element ? ReleaseJson.FromElement<BalancerCounts[]>(element) : now;
        // another number of balancers than before: no telling which is which, so begin again
        var deltas = earlier.Length == now.Length ? now.Zip(earlier, (after, before) => after.Since(before)).ToList() : [];
        return new MetricReading(Sum(deltas.Select(each => each.Blue)), Sum(deltas.Select(each => each.Green)), next);
    }

    public Task<IReadOnlyList<AlarmReading>> AlarmsAsync(IReadOnlyList<string> names, CancellationToken cancellationToken) =>
        names.Count == 0
            ? Task.FromResult<IReadOnlyList<AlarmReading>>([])
            : throw new NotSupportedByTargetException(
                $"HAProxy has no alarms, but 'observe.alarms' names '{string.Join("', '", names)}'. Leave it empty, or bind 'metrics' to a provider that has alarms.");

    private async Task<BalancerCounts> CountsAsync(IBalancer balancer, CancellationToken cancellationToken)
    {
        // one connection, so that process and counters belong together
        var reply = await balancer.AskAsync(Questions, cancellationToken);
        var info = RuntimeReply.Info(reply);
        var process = $"{info["Pid"]}/{info["Start_time_sec"]}";
        if (reply.Contains($"# table: {HaproxyConfiguration.AnswersTable},", StringComparison.Ordinal))
        {
            return new BalancerCounts(process, AnswerCounts.FromTable(reply, "blue"), AnswerCounts.FromTable(reply, "green"));
        }

        var blue = AnswerCounts.FromStat(await balancer.StatAsync(options.Backends.Of(Color.Blue), cancellationToken));
        var green = AnswerCounts.FromStat(await balancer.StatAsync(options.Backends.Of(Color.Green), cancellationToken));
        return new BalancerCounts(process, blue, green);
    }

    private static ColorMetrics Sum(IEnumerable<AnswerCounts> deltas)
    {
        var sum = deltas.Aggregate(AnswerCounts.None, (one, other) => one.Plus(other));
        return new ColorMetrics(sum.Requests, sum.Errors, HaproxyHistogram.Percentile(sum.Buckets, 0.99));
    }
}
