using BlueGreenServerless.Load;

namespace BlueGreenServerless.Bench.Switch;

/// <summary>What users saw during a part of the bench.</summary>
/// <param name="Lost">Requests without an answer, and WebSockets that broke.</param>
/// <param name="Errors">Answers with status 5xx, whoever gave them.</param>
internal sealed record LoadResult(
    long Requests, long Lost, long Errors, double RequestsPerSecond, long SlowAnswers, int WebSockets, int WebSocketsBroken, long WebSocketEchoes,
    double P50Ms, double P99Ms, IReadOnlyDictionary<string, long> LostWhy)
{
    public static LoadResult Of(LoadReport report) => new(
        report.Requests,
        report.Lost + report.WebSocketsBroken,
        report.Answers.Sum(a => a.Errors),
        report.Fast.Count / FastSeconds(report),
        report.Answers.Where(a => a.Kind == RequestKind.Slow).Sum(a => a.Count),
        report.WebSocketsOpened,
        report.WebSocketsBroken,
        report.WebSocketEchoes,
        report.Fast.Quantile(0.5).TotalMilliseconds,
        report.Fast.Quantile(0.99).TotalMilliseconds,
        report.LostWhy);

    /// <summary>The fast workers end at once when the load stops, the slow ones up to five seconds later.</summary>
    private static double FastSeconds(LoadReport report)
    {
        var fast = report.Answers.Where(a => a.Kind != RequestKind.Slow).ToList();
        return TimeProvider.System.GetElapsedTime(fast.Min(a => a.First), fast.Max(a => a.Last)).TotalSeconds;
    }
}
