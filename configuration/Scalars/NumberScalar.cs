using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BlueGreenServerless.Configuration.Scalars;

public sealed partial class NumberScalar : Scalar
{
    public override string Name => "number";

    public override string Form => "a number like 3 or 2.5, without quotes";

    public override object? Parse(string text, bool plain) =>
        plain && text.Length <= 40 && Digits().IsMatch(text) ? double.Parse(text, CultureInfo.InvariantCulture) : null;

    public override string? Hint(string text) => text.Length <= 40 && Digits().IsMatch(text) ? "remove the quotes" : null;

    public override string Write(object value) => ((double)value).ToString("R", CultureInfo.InvariantCulture);

    public override double? Measure(object value) => (double)value;

    public override object Bound(object attributeValue) => Convert.ToDouble(attributeValue, CultureInfo.InvariantCulture);

    public override JsonObject Schema() => new() { ["type"] = "number" };

    public override JsonNode SchemaValue(object value) => (double)value;

    [GeneratedRegex(@"^-?[0-9]+(\.[0-9]+)?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();
}
