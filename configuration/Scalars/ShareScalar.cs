using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BlueGreenServerless.Plans;

namespace BlueGreenServerless.Configuration.Scalars;

/// <summary>A share of a whole, always written with its sign, so that 1 is never taken for 100 %.</summary>
public sealed partial class ShareScalar : Scalar
{
    private const string Pattern = @"^[0-9]{1,9}(\.[0-9]{1,9})?%";

    public override string Name => "percentage";

    public override string Form => "a percentage like 1% or 0.5%";

    public override object? Parse(string text, bool plain) =>
        Digits().IsMatch(text) ? new Percentage((double)(decimal.Parse(text[..^1], CultureInfo.InvariantCulture) / 100)) : null;

    public override string? Hint(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is > 0 and < 1
            ? $"did you mean '{Write(new Percentage((double)share))}'?"
            : Parse(text.Replace(" ", "", StringComparison.Ordinal).TrimEnd('%') + "%", plain: true) is null ? null : $"did you mean '{text.Replace(" ", "", StringComparison.Ordinal).TrimEnd('%')}%'?";

    public override string Write(object value) =>
        ((decimal)((Percentage)value).Share * 100).ToString("0.#########", CultureInfo.InvariantCulture) + "%";

    public override double? Measure(object value) => ((Percentage)value).Share;

    public override object Bound(object attributeValue) => new Percentage(Convert.ToDouble(attributeValue, CultureInfo.InvariantCulture));

    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = Pattern + "$" };

    [GeneratedRegex(Pattern + "\\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();
}
