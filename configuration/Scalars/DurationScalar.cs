using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BlueGreenServerless.Configuration.Scalars;

/// <summary>Whole numbers with units, the largest unit first: <c>90s</c>, <c>10m</c>, <c>1h30m</c>, <c>500ms</c>, <c>7d</c>.</summary>
public sealed partial class DurationScalar : Scalar
{
    private const string Pattern = "^(?=[0-9])([0-9]{1,18}d)?([0-9]{1,18}h)?([0-9]{1,18}m)?([0-9]{1,18}s)?([0-9]{1,18}ms)?";

    private static readonly (string Unit, long Ticks)[] Units =
    [
        ("d", TimeSpan.TicksPerDay), ("h", TimeSpan.TicksPerHour), ("m", TimeSpan.TicksPerMinute),
        ("s", TimeSpan.TicksPerSecond), ("ms", TimeSpan.TicksPerMillisecond),
    ];

    public override string Name => "duration";

    public override string Form => "a duration like 500ms, 90s, 10m, 1h30m or 7d";

    public override object? Parse(string text, bool plain)
    {
        if (!Whole().IsMatch(text))
        {
            return null;
        }

        var ticks = Part().Matches(text).Aggregate(BigInteger.Zero, (sum, part) => sum + Ticks(part));
        return TimeSpan.FromTicks((long)BigInteger.Min(ticks, TimeSpan.MaxValue.Ticks));
    }

    public override string? Hint(string text)
    {
        var number = text.Replace(" ", "", StringComparison.Ordinal);
        return number.Length is > 0 and < 10 && number.All(char.IsAsciiDigit) ? $"add a unit: did you mean '{number}s'?"
            : Parse(number.ToLowerInvariant(), plain: true) is null ? null : $"did you mean '{number.ToLowerInvariant()}'?";
    }

    public override string Write(object value)
    {
        var ticks = ((TimeSpan)value).Ticks;
        var text = new StringBuilder();
        foreach (var (unit, size) in Units)
        {
            if (ticks >= size)
            {
                text.Append(CultureInfo.InvariantCulture, $"{ticks / size}{unit}");
                ticks %= size;
            }
        }

        return text.Length == 0 ? "0s" : text.ToString();
    }

    public override double? Measure(object value) => ((TimeSpan)value).TotalSeconds;

    public override object Bound(object attributeValue) =>
        attributeValue as TimeSpan? ?? TimeSpan.Parse((string)attributeValue, CultureInfo.InvariantCulture);

    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = Pattern + "$" };

    private static BigInteger Ticks(Match part) =>
        BigInteger.Parse(part.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) * Array.Find(Units, unit => unit.Unit == part.Groups["unit"].Value).Ticks;

    [GeneratedRegex(Pattern + "\\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Whole();

    [GeneratedRegex("(?<number>[0-9]+)(?<unit>ms|[dhms])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part();
}
