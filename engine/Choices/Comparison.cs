using System.Text.Json;

namespace BlueGreenServerless.Engine.Choices;

/// <summary>An operator that compares two values. Values of another type than the operator's never match.</summary>
internal sealed class Comparison(string name, Func<JsonElement, bool> accepts, Func<JsonElement, JsonElement, bool> holds)
{
    public string Name { get; } = name;

    public static IReadOnlyDictionary<string, Comparison> All { get; } = Make().ToDictionary(one => one.Name, StringComparer.Ordinal);

    public bool Accepts(JsonElement value) => accepts(value);

    public bool Holds(JsonElement left, JsonElement right) => accepts(left) && accepts(right) && holds(left, right);

    private static IEnumerable<Comparison> Make()
    {
        yield return new("StringMatches", IsText, (left, right) => Wildcard.Matches(left.GetString()!, right.GetString()!));
        yield return new("BooleanEquals", IsFlag, (left, right) => left.GetBoolean() == right.GetBoolean());
        foreach (var one in Ordered("String", IsText, (left, right) => string.CompareOrdinal(left.GetString(), right.GetString()))
            .Concat(Ordered("Numeric", IsNumber, CompareNumbers))
            .Concat(Ordered("Timestamp", IsTime, (left, right) => Timestamps.Parse(left)!.Value.CompareTo(Timestamps.Parse(right)!.Value))))
        {
            yield return one;
        }
    }

    private static IEnumerable<Comparison> Ordered(string type, Func<JsonElement, bool> accepts, Comparison<JsonElement> compare) =>
    [
        new(type + "Equals", accepts, (left, right) => compare(left, right) == 0),
        new(type + "LessThan", accepts, (left, right) => compare(left, right) < 0),
        new(type + "GreaterThan", accepts, (left, right) => compare(left, right) > 0),
        new(type + "LessThanEquals", accepts, (left, right) => compare(left, right) <= 0),
        new(type + "GreaterThanEquals", accepts, (left, right) => compare(left, right) >= 0),
    ];

    private static bool IsText(JsonElement value) => value.ValueKind == JsonValueKind.String;

    private static bool IsFlag(JsonElement value) => value.ValueKind is JsonValueKind.True or JsonValueKind.False;

    private static bool IsNumber(JsonElement value) => value.ValueKind == JsonValueKind.Number;

    private static bool IsTime(JsonElement value) => Timestamps.Parse(value) is not null;

    private static int CompareNumbers(JsonElement left, JsonElement right) =>
        left.TryGetDecimal(out var first) && right.TryGetDecimal(out var second)
            ? first.CompareTo(second)
            : left.GetDouble().CompareTo(right.GetDouble());
}
