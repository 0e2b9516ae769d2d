using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Rules;

/// <summary>Judges the new colour under traffic, against limits and against the old colour in the same window.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>window</term><description>verdict, and what becomes of the window</description></listheader>
/// <item><term>an alarm fires</term><description>Bad</description></item>
/// <item><term>a limit is exceeded with evidence, in enough requests or catastrophically</term><description>Bad</description></item>
/// <item><term>a limit is exceeded without evidence</term><description>NoData; the window grows</description></item>
/// <item><term>fewer than MinRequests, the window before was Good, not long ago</term><description>still Good; the window grows</description></item>
/// <item><term>fewer than MinRequests</term><description>NoData; the window grows</description></item>
/// <item><term>otherwise</term><description>Good; a new window begins</description></item>
/// </list>
/// </remarks>
public static class ObservationJudge
{
    /// <summary>From here on a share of errors of a half or more needs no <see cref="ObservePlan.MinRequests"/>.</summary>
    private const int CatastropheRequests = 10;
    private const double CatastropheShare = 0.5;

    public static Judgement Judge(ObservePlan plan, ObservationState? before, ObservationWindow window, DateTimeOffset now)
    {
        var reference = Reference(plan, before, window);
        var fresh = WithProbes(window);
        var findings = Breaches.Of(plan, fresh, window.Old, reference).ToList();
        var judged = new ObservationState(ObservationVerdict.Good, "", window.Cursor, now, fresh, reference, window.OldConnections);
        var growing = Growing(before, window, reference, now);
        var enough = fresh.Requests >= plan.MinRequests;

        if (window.Alarms.FirstOrDefault(alarm => alarm.Firing) is { } alarm)
        {
            return Bad(judged, Reason.AlarmFired, $"The alarm '{alarm.Name}' fires{(alarm.Why is null ? "" : $": {alarm.Why}")}.");
        }

        if (findings.FirstOrDefault(finding => finding.Proven) is { } breach && (enough || IsCatastrophe(fresh)))
        {
            return Bad(judged, Reason.ObservationBreached, breach.Text + ByProbes(window));
        }

        if (findings.Count > 0)
        {
            return new Judgement(growing with { Verdict = ObservationVerdict.NoData, Why = $"Not enough evidence yet: {findings[0].Text}" }, null);
        }

        return enough
            ? new Judgement(judged with { Why = Fine(plan, fresh) + ByProbes(window) }, null)
            : new Judgement(TooFew(plan, before, growing, fresh, now), null);
    }

    private static Judgement Bad(ObservationState judged, string reason, string why) =>
        new(judged with { Verdict = ObservationVerdict.Bad, Why = why }, new Failure(reason, why));

    /// <summary>The window stays open: the cursor does not move, except for the first reading, which only begins to measure.</summary>
    private static ObservationState Growing(ObservationState? before, ObservationWindow window, ColorMetrics? reference, DateTimeOffset now) => new(
        ObservationVerdict.NoData, "", before?.Cursor ?? window.Cursor, before?.Cursor is null ? now : before.WindowSince,
        before?.New ?? ColorMetrics.None, reference, window.OldConnections, window.Probes);

    private static ObservationState TooFew(
        ObservePlan plan, ObservationState? before, ObservationState growing, ColorMetrics fresh, DateTimeOffset now)
    {
        var count = $"{fresh.Requests} of the {plan.MinRequests} requests that a judgement needs (observe.minRequests)";
        return before?.Verdict == ObservationVerdict.Good && now - before.WindowSince < plan.NoDataDeadline
            ? growing with { Verdict = ObservationVerdict.Good, Why = $"Good at {before.WindowSince:HH:mm:ss}; since then {count}." }
            : growing with { Why = $"Too little traffic: {count}." };
    }

    /// <summary>
    /// Most load balancers count our probes among the requests of the colour. Taking the larger number of both never counts one twice.
    /// </summary>
    private static ColorMetrics WithProbes(ObservationWindow window) => window.Probes is not { } probes ? window.New : window.New with
    {
        Requests = Math.Max(window.New.Requests, probes.Requests),
        Errors = Math.Max(window.New.Errors, probes.Errors),
    };

    private static ColorMetrics? Reference(ObservePlan plan, ObservationState? before, ObservationWindow window) =>
        window.Old.P99 is not null && window.Old.Requests >= Breaches.LatencyRequests(plan) ? window.Old : before?.Reference;

    private static bool IsCatastrophe(ColorMetrics fresh) => fresh.Requests >= CatastropheRequests && fresh.ErrorRate >= CatastropheShare;

    private static string Fine(ObservePlan plan, ColorMetrics fresh) =>
        $"{fresh.Requests} requests, {fresh.ErrorRate * 100:0.##} % failed (allowed {plan.MaxErrorRate})" +
        (fresh.P99 is { } p99 ? $", 99th percentile {p99.TotalMilliseconds:0.#} ms." : ".");

    private static string ByProbes(ObservationWindow window) =>
        window.Probes is { Requests: > 0 } probes && probes.Requests >= window.New.Requests
            ? $" These are {probes.Requests} probes of our own, because there was too little traffic."
            : "";
}
