using BlueGreenServerless.Configuration.Scalars;

namespace BlueGreenServerless.Configuration.Shapes;

/// <summary>What is allowed at a place, in words: for messages and for tables.</summary>
internal static class Allowed
{
    /// <summary>Kind, form and limits of a value.</summary>
    public static string Describe(Shape shape, Limits limits) => shape switch
    {
        ScalarShape { Scalar: var scalar } => Of(scalar, limits),
        ListShape list => $"a list of {Nouns(list.Item, limits)}",
        MapShape map => $"keys of your choice with {Nouns(map.Value, limits)}",
        RecordShape record => $"the keys {Names(record)}",
        _ => "the key provider and its options",
    };

    public static string Names(RecordShape record) => string.Join(", ", record.Keys.Select(key => key.Name));

    /// <summary>The limits alone, or an empty text.</summary>
    public static string LimitsOf(Scalar scalar, Limits limits)
    {
        var parts = new List<string>();
        if (limits.Range is { } range)
        {
            parts.Add($"{scalar.Write(scalar.Bound(range.Minimum)!)} to {scalar.Write(scalar.Bound(range.Maximum)!)}");
        }

        if (limits.Pattern is { } pattern)
        {
            parts.Add(pattern.ErrorMessage ?? $"matching {pattern.Pattern}");
        }

        if (scalar is TextScalar && (limits.MinLength > 1 || limits.MaxLength != Limits.None.MaxLength))
        {
            parts.Add(limits.MinLength > 1 ? $"{limits.MinLength} to {limits.MaxLength} characters" : $"at most {limits.MaxLength} characters");
        }

        return string.Join(", ", parts);
    }

    /// <summary>The counts of a list or map, or an empty text.</summary>
    public static string CountsOf(Limits limits) =>
        limits.MinCount == 0 && limits.MaxCount == Limits.None.MaxCount ? "" : $"{limits.MinCount} to {limits.MaxCount} entries";

    private static string Of(Scalar scalar, Limits limits)
    {
        var bounds = LimitsOf(scalar, limits);
        return bounds.Length == 0 ? scalar.Form : limits.Pattern is null ? $"{scalar.Form}, {(limits.Range is null ? "" : "from ")}{bounds}" : bounds;
    }

    private static string Nouns(Shape item, Limits limits)
    {
        var counts = CountsOf(limits);
        return (item is ScalarShape ? $"values that are {Describe(item, limits)}" : $"entries with {Describe(item, limits)}") + (counts.Length == 0 ? "" : $", {counts}");
    }
}
