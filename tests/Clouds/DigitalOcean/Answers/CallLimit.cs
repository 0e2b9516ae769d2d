using System.Globalization;
using BlueGreenServerless.Clouds.Aws.Http;

namespace BlueGreenServerless.Clouds.DigitalOcean.Answers;

/// <summary>Counts the calls of each token: in any hour, and in any minute.</summary>
internal sealed class CallLimit(DigitalOceanDoubleOptions options)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, List<DateTimeOffset>> calls = new(StringComparer.Ordinal);

    /// <summary>Takes a call in; null when it is allowed, else what is answered. A refused call does not count.</summary>
    public WireAnswer? Refuse(string token)
    {
        lock (gate)
        {
            var now = options.Clock.GetUtcNow();
            var made = Of(token);
            made.RemoveAll(call => call <= now - Hour);
            var inMinute = made.Where(call => call > now - Minute).ToList();
            if (inMinute.Count >= options.CallsPerMinute)
            {
                return Busy().With("retry-after", Seconds(inMinute[0] + Minute - now));
            }

            if (made.Count >= options.CallsPerHour)
            {
                return Busy();
            }

            made.Add(now);
            return null;
        }
    }

    public WireAnswer Marked(WireAnswer answer, string token)
    {
        lock (gate)
        {
            var made = Of(token);
            var reset = (made.Count > 0 ? made[0] : options.Clock.GetUtcNow()) + Hour;
            return answer.With("ratelimit-limit", $"{options.CallsPerHour}").With("ratelimit-remaining", $"{Math.Max(0, options.CallsPerHour - made.Count)}")
                .With("ratelimit-reset", reset.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        }
    }

    private List<DateTimeOffset> Of(string token)
    {
        if (!calls.TryGetValue(token, out var made))
        {
            calls[token] = made = [];
        }

        return made;
    }

    private static WireAnswer Busy() => WireAnswer.Of(429, "application/json", """{"id":"too_many_requests","message":"API Rate limit exceeded."}""");

    private static string Seconds(TimeSpan time) => Math.Ceiling(time.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
