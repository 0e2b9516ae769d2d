using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BlueGreenServerless.Engine.Choices;

/// <summary>Times as the language has them: RFC 3339 with an upper-case T and, without an offset, an upper-case Z.</summary>
internal static partial class Timestamps
{
    public static DateTimeOffset? Parse(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && Rfc3339().IsMatch(value.GetString()!)
        && DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rfc3339();
}
