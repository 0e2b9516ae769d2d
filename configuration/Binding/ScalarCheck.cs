using System.ComponentModel.DataAnnotations;
using BlueGreenServerless.Configuration.Scalars;
using BlueGreenServerless.Configuration.Shapes;

namespace BlueGreenServerless.Configuration.Binding;

/// <summary>What is wrong with a single value that is of the right kind.</summary>
internal static class ScalarCheck
{
    /// <returns>Null when nothing is; else a phrase that follows the name of the key.</returns>
    public static string? Problem(Scalar scalar, Limits limits, object value) =>
        OutOfRange(scalar, limits, value) ?? TextProblem(scalar, limits, value as string) ?? OtherProblem(limits, value);

    private static string? OutOfRange(Scalar scalar, Limits limits, object value)
    {
        if (limits.Range is not { } range || scalar.Measure(value) is not { } measured)
        {
            return null;
        }

        var least = scalar.Measure(scalar.Bound(range.Minimum)!);
        var most = scalar.Measure(scalar.Bound(range.Maximum)!);
        var low = range.MinimumIsExclusive ? measured <= least : measured < least;
        var high = range.MaximumIsExclusive ? measured >= most : measured > most;
        return low ? "is too small" : high ? "is too large" : null;
    }

    private static string? TextProblem(Scalar scalar, Limits limits, string? text) => (scalar, text) switch
    {
        (_, null) => null,
        (_, "") => "is empty",
        _ when HasControl(text) => "has a control character",
        _ when !limits.Multiline && text.AsSpan().IndexOfAny("\n\r\u0085\u2028\u2029") >= 0 => "has a line break",
        _ when HasLoneSurrogate(text) => "has half a character (a lone surrogate)",
        _ when text.Length > limits.MaxLength => $"is longer than {limits.MaxLength} characters",
        _ when text.Length < limits.MinLength => $"is shorter than {limits.MinLength} characters",
        _ when limits.Pattern is { } pattern && !pattern.IsValid(text) => "has the wrong form",
        _ => null,
    };

    private static bool HasControl(string text) => text.Any(c => char.IsControl(c) && c is not '\n' and not '\r' and not '\t' and not '\u0085');

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i])))
            {
                return true;
            }
        }

        return false;
    }

    private static string? OtherProblem(Limits limits, object value) =>
        limits.Others.FirstOrDefault(attribute => !attribute.IsValid(value)) is { } broken ? $"is refused ({Reason(broken)})" : null;

    private static string Reason(ValidationAttribute attribute) => attribute.FormatErrorMessage("it");
}
