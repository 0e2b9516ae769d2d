namespace BlueGreenServerless.Documents;

/// <summary>What a colour did in a window.</summary>
/// <param name="Requests">Answered or failed requests.</param>
/// <param name="Errors">5xx answers and requests without an answer.</param>
/// <param name="P99">99th percentile of the response time; null when it is not known.</param>
public sealed record ColorMetrics(long Requests, long Errors, TimeSpan? P99)
{
    public static ColorMetrics None { get; } = new(0, 0, null);

    /// <summary>Share of errors, 0 to 1; 0 without requests.</summary>
    public double ErrorRate => Requests == 0 ? 0 : (double)Errors / Requests;
}
