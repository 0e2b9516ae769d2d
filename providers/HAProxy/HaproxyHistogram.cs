namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>
/// Response times, counted by HAProxy in buckets: from the request's headers read to the answer's headers ready, waiting in HAProxy's
/// queue included. HAProxy 2.6 keeps averages only; buckets give a percentile with a known error, the width of one bucket.
/// </summary>
internal static class HaproxyHistogram
{
    /// <summary>Upper bounds in milliseconds, exclusive; one more bucket takes what is slower than the last.</summary>
    public static IReadOnlyList<int> Bounds { get; } =
        [1, 2, 5, 10, 20, 35, 50, 75, 100, 150, 200, 350, 500, 750, 1000, 1500, 2000, 3500, 5000, 10_000, 30_000];

    public static int Buckets { get; } = Bounds.Count + 1;

    /// <summary>
    /// The percentile, with times spread evenly within a bucket. Of the last, open bucket its lower bound: at least that.
    /// Null without any request.
    /// </summary>
    /// <param name="counts">Requests per bucket.</param>
    /// <param name="share">0 to 1, for example 0.99.</param>
    public static TimeSpan? Percentile(IReadOnlyList<long> counts, double share)
    {
        var rank = (long)Math.Ceiling(counts.Sum() * share);
        var before = 0L;
        for (var bucket = 0; bucket < counts.Count && rank > 0; bucket++)
        {
            if (before + counts[bucket] >= rank)
            {
                return Within(bucket, (double)(rank - before) / counts[bucket]);
            }

            before += counts[bucket];
        }

        return null;
    }

    private static TimeSpan Within(int bucket, double share)
    {
        var lower = bucket == 0 ? 0 : Bounds[bucket - 1];
        var upper = bucket < Bounds.Count ? Bounds[bucket] : lower;
        return TimeSpan.FromMilliseconds(lower + ((upper - lower) * share));
    }
}
