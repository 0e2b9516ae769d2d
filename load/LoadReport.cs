namespace BlueGreenServerless.Load;

/// <summary>What came of a load. Every request is counted exactly once: answered (by somebody) or lost.</summary>
/// <param name="Lost">Requests without a complete answer: refused, reset, cut off, timed out, malformed. Never retried.</param>
/// <param name="LostWhy">How often which reason, for the message.</param>
/// <param name="Reconnects">Kept connections that the other side closed while nothing was asked; no request was lost by that.</param>
/// <param name="WebSocketsBroken">WebSockets that could not be opened or did not echo until the end.</param>
/// <param name="Fast">Latencies of keep-alive and new-connection requests.</param>
public sealed record LoadReport(
    long Requests,
    long Lost,
    IReadOnlyDictionary<string, long> LostWhy,
    long Reconnects,
    IReadOnlyList<Answers> Answers,
    int WebSocketsOpened,
    int WebSocketsBroken,
    long WebSocketEchoes,
    Latencies Fast,
    TimeSpan Elapsed)
{
    /// <summary>Answers of a version to the fast kinds of requests, as one; null when it gave none.</summary>
    public Answers? Of(string? version) => Merge(Answers.Where(a => a.Version == version && a.Kind != RequestKind.Slow));

    /// <summary>5xx answers that no version of the application gave: users saw the load balancer's own error page.</summary>
    public long ErrorsOfNobody => Answers.Where(a => a.Version is null).Sum(a => a.Errors);

    private static Answers? Merge(IEnumerable<Answers> answers) =>
        answers.Aggregate((Answers?)null, (sum, a) => sum is null
            ? a
            : sum with { Count = sum.Count + a.Count, Errors = sum.Errors + a.Errors, First = Math.Min(sum.First, a.First), Last = Math.Max(sum.Last, a.Last) });
}
