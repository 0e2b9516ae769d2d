namespace BlueGreenServerless.Clouds.Aws.Faults;

/// <summary>So many calls at once, then so many a second, as AWS limits an account's calls.</summary>
internal sealed class TokenBucket
{
    private readonly Lock gate = new();
    private readonly double capacity;
    private readonly double perSecond;
    private readonly TimeProvider clock;
    private double tokens;
    private DateTimeOffset filled;

    /// <param name="capacity">Calls at once.</param>
    /// <param name="perSecond">Calls that come back every second.</param>
    /// <param name="clock">Fills it.</param>
    public TokenBucket(double capacity, double perSecond, TimeProvider clock)
    {
        (this.capacity, this.perSecond, this.clock) = (capacity, perSecond, clock);
        (tokens, filled) = (capacity, clock.GetUtcNow());
    }

    public bool TryTake()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            tokens = Math.Min(capacity, tokens + ((now - filled).TotalSeconds * perSecond));
            filled = now;
            if (tokens < 1)
            {
                return false;
            }

            tokens--;
            return true;
        }
    }
}
