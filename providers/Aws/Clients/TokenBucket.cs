namespace BlueGreenServerless.Providers.Aws.Clients;

/// <summary>So many requests at once, refilled at so many a second; part of it can be left to more urgent callers.</summary>
internal sealed class TokenBucket
{
    private readonly Lock gate = new();
    private readonly double capacity;
    private readonly double perSecond;
    private readonly TimeProvider time;
    private double tokens;
    private long filledAt;

    public TokenBucket(double capacity, double perSecond, TimeProvider time)
    {
        (this.capacity, this.perSecond, this.time) = (capacity, perSecond, time);
        (tokens, filledAt) = (capacity, time.GetTimestamp());
    }

    /// <summary>Returns when there was a token above the reserve, and has taken it.</summary>
    /// <param name="reserve">Share of the capacity that this caller leaves alone, 0 to less than 1.</param>
    public async Task TakeAsync(double reserve, CancellationToken cancellationToken)
    {
        while (TryTake(reserve) is { } wait)
        {
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    /// <returns>How long to wait before asking again; null when a token was taken.</returns>
    private TimeSpan? TryTake(double reserve)
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            tokens = Math.Min(capacity, tokens + (time.GetElapsedTime(filledAt, now).TotalSeconds * perSecond));
            filledAt = now;
            var missing = (reserve * capacity) + 1 - tokens;
            if (missing <= 0)
            {
                tokens--;
                return null;
            }

            return TimeSpan.FromSeconds(Math.Max(0.01, missing / perSecond));
        }
    }
}
