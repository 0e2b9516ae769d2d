using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BlueGreenServerless.Configuration.Scalars;

/// <summary>Decimal digits only: no octal, no hexadecimal, no underscores.</summary>
public sealed partial class WholeScalar : Scalar
{
    public override string Name => "whole number";

    public override string Form => "a whole number in decimal digits, without quotes";

    public override object? Parse(string text, bool plain)
    {
        if (!plain || text.Length > 200 || !Digits().IsMatch(text))
        {
            return null;
        }

        return (long)BigInteger.Clamp(BigInteger.Parse(text, CultureInfo.InvariantCulture), long.MinValue, long.MaxValue);
    }

    public override string? Hint(string text) => text.Length > 200 ? null : Digits().IsMatch(text) ? "remove the quotes"
        : Digits().IsMatch(text.TrimEnd('%', ' ')) ? $"did you mean '{text.TrimEnd('%', ' ')}'?" : null;

    public override string Write(object value) => Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);

    public override double? Measure(object value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);

    public override object Bound(object attributeValue) => Convert.ToInt64(attributeValue, CultureInfo.InvariantCulture);

    public override JsonObject Schema() => new() { ["type"] = "integer" };

    public override JsonNode SchemaValue(object value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(0|-?[1-9][0-9]*)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();
}
