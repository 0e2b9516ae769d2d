using BlueGreenServerless.Documents;
using BlueGreenServerless.Plans;

namespace BlueGreenServerless.Rules;

/// <summary>The comparisons of the new colour with the limits and with the old colour. Each finds nothing, a suspicion or a proof.</summary>
internal static class Breaches
{
    /// <summary>A percentile of a handful of requests is only their slowest one.</summary>
    private const int LatencyRounds = 5;
    private const long EnoughForLatency = 100;

    /// <summary>1 ms against 4 ms is no slowdown that a user notices.</summary>
    private static readonly TimeSpan Noticeable = TimeSpan.FromMilliseconds(20);

    public static IEnumerable<Finding> Of(ObservePlan plan, ColorMetrics fresh, ColorMetrics old, ColorMetrics? reference)
    {
        Finding?[] all = [ErrorRate(plan, fresh, old), ErrorIncrease(plan, fresh, old), Latency(plan, fresh), Slowdown(plan, fresh, reference)];
        return all.OfType<Finding>();
    }

    /// <summary>Requests that a 99th percentile needs to be compared.</summary>
    public static long LatencyRequests(ObservePlan plan) => Math.Min(EnoughForLatency, (long)LatencyRounds * plan.MinRequests);

    private static Finding? ErrorRate(ObservePlan plan, ColorMetrics fresh, ColorMetrics old)
    {
        var limit = plan.MaxErrorRate.Share;
        if (fresh.ErrorRate <= limit)
        {
            return null;
        }

        var both = old.Requests > 0 && old.ErrorRate > limit ? $" The old version has {Share(old)} too." : "";
        return new Finding(
            Wilson.LowerBound(fresh.Errors, fresh.Requests) > limit,
            $"{Share(fresh)} of the requests failed, allowed are {plan.MaxErrorRate} (observe.maxErrorRate).{both}");
    }

    private static Finding? ErrorIncrease(ObservePlan plan, ColorMetrics fresh, ColorMetrics old)
    {
        var limit = old.ErrorRate + plan.MaxErrorIncrease.Share;
        return old.Requests < plan.MinRequests || fresh.ErrorRate <= limit ? null : new Finding(
            Wilson.LowerBound(fresh.Errors, fresh.Requests) > limit,
            $"{Share(fresh)} of the requests failed, {Share(old)} with the old version; allowed are {plan.MaxErrorIncrease} more (observe.maxErrorIncrease).");
    }

    private static Finding? Latency(ObservePlan plan, ColorMetrics fresh) =>
        plan.MaxP99 is not { } limit || fresh.P99 is not { } p99 || p99 <= limit ? null : new Finding(
            fresh.Requests >= LatencyRequests(plan),
            $"The 99th percentile of the response time is {Words(p99)} in {fresh.Requests} requests, allowed are {Words(limit)} (observe.maxP99).");

    private static Finding? Slowdown(ObservePlan plan, ColorMetrics fresh, ColorMetrics? reference)
    {
        if (fresh.P99 is not { } p99 || reference?.P99 is not { } old || p99 <= old * plan.MaxSlowdown || p99 - old < Noticeable)
        {
            return null;
        }

        return new Finding(
            fresh.Requests >= LatencyRequests(plan),
            $"The 99th percentile of the response time is {Words(p99)} in {fresh.Requests} requests, {Words(old)} with the old version; " +
            $"allowed are {plan.MaxSlowdown:0.##} times that (observe.maxSlowdown).");
    }

    private static string Share(ColorMetrics metrics) => $"{metrics.ErrorRate * 100:0.##} % ({metrics.Errors} of {metrics.Requests})";

    private static string Words(TimeSpan time) => $"{time.TotalMilliseconds:0.#} ms";
}
