using BlueGreenServerless.Clouds.Ovh.Answers;

namespace BlueGreenServerless.Clouds.Ovh;

/// <summary>So many calls in each second of the clock.</summary>
internal sealed class CallLimit(OvhDoubleOptions options)
{
    private readonly Lock gate = new();
    private long second;
    private int taken;

    /// <exception cref="OvhException">There were too many.</exception>
    public void Take()
    {
        lock (gate)
        {
            var now = options.Clock.GetUtcNow().ToUnixTimeSeconds();
            (second, taken) = (now, now == second ? taken + 1 : 1);
            if (taken > options.CallsPerSecond)
            {
                throw new OvhException(429, "Client::TooManyRequests", "Too many requests") { RetryAfter = 1 };
            }
        }
    }
}
