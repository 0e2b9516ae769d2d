using System.ComponentModel.DataAnnotations;

namespace BlueGreenServerless.Configuration.Shapes;

/// <summary>The data annotations of a property, read once. On a list or map they speak of its items, but for the counts.</summary>
public sealed record Limits
{
    public static Limits None { get; } = new();

    public RangeAttribute? Range { get; init; }

    public RegularExpressionAttribute? Pattern { get; init; }

    /// <summary>Of a text.</summary>
    public int MinLength { get; init; }

    /// <summary>Of a text.</summary>
    public int MaxLength { get; init; } = 16_384;

    /// <summary>Of a list or map.</summary>
    public int MinCount { get; init; }

    /// <summary>Of a list or map.</summary>
    public int MaxCount { get; init; } = 1000;

    /// <summary>Whether line breaks are allowed in a text.</summary>
    public bool Multiline { get; init; }

    /// <summary>All other annotations that can judge a value.</summary>
    public IReadOnlyList<ValidationAttribute> Others { get; init; } = [];

    public static Limits Of(IReadOnlyList<Attribute> attributes, bool counted)
    {
        var limits = new Limits
        {
            Range = attributes.OfType<RangeAttribute>().FirstOrDefault(),
            Pattern = attributes.OfType<RegularExpressionAttribute>().FirstOrDefault(),
            Multiline = attributes.OfType<DataTypeAttribute>().Any(type => type.DataType == DataType.MultilineText),
            Others = [.. attributes.OfType<ValidationAttribute>().Where(attribute => !IsKnown(attribute))],
        };
        return attributes.Aggregate(limits, (so, attribute) => so.With(attribute, counted));
    }

    private Limits With(Attribute attribute, bool counted) => (attribute, counted) switch
    {
        (StringLengthAttribute length, _) => this with { MinLength = length.MinimumLength, MaxLength = length.MaximumLength },
        (LengthAttribute length, true) => this with { MinCount = length.MinimumLength, MaxCount = length.MaximumLength },
        (LengthAttribute length, false) => this with { MinLength = length.MinimumLength, MaxLength = length.MaximumLength },
        (MinLengthAttribute length, true) => this with { MinCount = length.Length },
        (MinLengthAttribute length, false) => this with { MinLength = length.Length },
        (MaxLengthAttribute length, true) => this with { MaxCount = length.Length },
        (MaxLengthAttribute length, false) => this with { MaxLength = length.Length },
        _ => this,
    };

    private static bool IsKnown(ValidationAttribute attribute) => attribute is RangeAttribute or RegularExpressionAttribute or StringLengthAttribute
        or LengthAttribute or MinLengthAttribute or MaxLengthAttribute or DataTypeAttribute { DataType: DataType.MultilineText };
}
