using System.Globalization;
using System.Text.RegularExpressions;

namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>What one colour has answered since HAProxy's process started.</summary>
/// <param name="Buckets">Per range of <see cref="HaproxyHistogram"/>; empty when HAProxy does not count them.</param>
internal sealed partial record AnswerCounts(long Requests, long Errors, IReadOnlyList<long> Buckets)
{
    private static readonly string[] Answers = ["hrsp_1xx", "hrsp_2xx", "hrsp_3xx", "hrsp_4xx", "hrsp_5xx", "hrsp_other"];

    public static AnswerCounts None { get; } = new(0, 0, []);

    public AnswerCounts Plus(AnswerCounts other) => new(Requests + other.Requests, Errors + other.Errors, Zip(Buckets, other.Buckets, (a, b) => a + b));

    /// <summary>What was added since; all of it when the counters began again, whatever they were before.</summary>
    public AnswerCounts Since(AnswerCounts earlier)
    {
        var buckets = Zip(Buckets, earlier.Buckets, (now, then) => now - then);
        return Requests < earlier.Requests || Errors < earlier.Errors || buckets.Any(count => count < 0)
            ? this
            : new AnswerCounts(Requests - earlier.Requests, Errors - earlier.Errors, buckets);
    }

    /// <summary>The row of a colour in <c>show table</c>; nothing was answered when it has none.</summary>
    public static AnswerCounts FromTable(string reply, string key)
    {
        var row = reply.Split('\n').FirstOrDefault(line => line.Contains($" key={key} ", StringComparison.Ordinal));
        if (row is null)
        {
            return None;
        }

        var counters = Counter().Matches(row).ToDictionary(
            match => int.Parse(match.Groups["index"].ValueSpan, CultureInfo.InvariantCulture),
            match => long.Parse(match.Groups["value"].ValueSpan, CultureInfo.InvariantCulture));
        long At(int index) => counters.GetValueOrDefault(index);
        return new AnswerCounts(At(0), At(1), [.. Enumerable.Range(2, HaproxyHistogram.Buckets).Select(At)]);
    }

    /// <summary>
    /// Out of the backend's own line, for a configuration without our table: previews and requests still waiting count too, and there
    /// are no response times. HAProxy's own 503s are in <c>hrsp_5xx</c>.
    /// </summary>
    public static AnswerCounts FromStat(IReadOnlyList<StatLine> lines) =>
        lines.FirstOrDefault(line => line.Name == "BACKEND") is { } backend ? new AnswerCounts(Answered(backend), backend.Number("hrsp_5xx"), []) : None;

    private static long Answered(StatLine backend) => Answers.Sum(backend.Number);

    private static List<long> Zip(IReadOnlyList<long> left, IReadOnlyList<long> right, Func<long, long, long> combine) =>
        [.. Enumerable.Range(0, Math.Max(left.Count, right.Count)).Select(index => combine(left.ElementAtOrDefault(index), right.ElementAtOrDefault(index)))];

    [GeneratedRegex(@"\bgpc(?<index>[0-9]{1,2})=(?<value>[0-9]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Counter();
}
