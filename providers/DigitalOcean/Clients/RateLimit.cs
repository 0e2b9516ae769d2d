using System.Globalization;
using System.Net.Http.Headers;

namespace BlueGreenServerless.Providers.DigitalOcean.Clients;

/// <summary>
/// What the API said of its limits: 5,000 calls in any hour and 250 in any minute for each token (digitalocean/openapi, description.yml).
/// </summary>
/// <param name="Reset">When the oldest call of the hour expires, so that one more is allowed; not when all are.</param>
/// <param name="RetryAfter">Said only at the limit of the minute.</param>
internal sealed record RateLimit(int? Limit, int? Remaining, DateTimeOffset? Reset, TimeSpan? RetryAfter)
{
    /// <summary>Not waited for longer inside one call: a stage has a minute, and its state machine tries again later.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    public static RateLimit Of(HttpResponseHeaders headers) => new(
        (int?)Number(headers, "ratelimit-limit"), (int?)Number(headers, "ratelimit-remaining"),
        Number(headers, "ratelimit-reset") is { } seconds and >= 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null,
        Number(headers, "retry-after") is { } wait and >= 0 and < 86_400 ? TimeSpan.FromSeconds(wait) : null);

    /// <summary>How long to wait before a refused call is repeated; null: too long to wait here.</summary>
    /// <param name="otherwise">The wait when nothing was said.</param>
    public TimeSpan? WaitAt(DateTimeOffset now, TimeSpan otherwise)
    {
        var wait = RetryAfter ?? (Remaining == 0 && Reset is { } reset && reset > now ? reset - now : otherwise);
        return wait <= Longest ? wait : null;
    }

    public override string ToString() =>
        $"limit {Limit?.ToString(CultureInfo.InvariantCulture) ?? "unknown"}, {Remaining?.ToString(CultureInfo.InvariantCulture) ?? "unknown"} left" +
        (RetryAfter is { } wait ? $", again in {wait.TotalSeconds:0} s" : Reset is { } reset ? $", the next one at {reset.UtcDateTime:HH:mm:ss} UTC" : "");

    private static long? Number(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
