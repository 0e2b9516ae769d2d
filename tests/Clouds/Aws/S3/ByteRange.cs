using System.Globalization;
using System.Text.RegularExpressions;
using BlueGreenServerless.Clouds.Aws.Protocols;

namespace BlueGreenServerless.Clouds.Aws.S3;

/// <summary>One range of a Range header.</summary>
internal static partial class ByteRange
{
    /// <returns>Start, and end after the last byte; null when there is no range.</returns>
    /// <exception cref="AwsException">It begins behind the end.</exception>
    public static (int From, int To)? Of(string? header, int length)
    {
        if (header is null || Form().Match(header) is not { Success: true } match)
        {
            return null;
        }

        var (first, last) = (match.Groups["first"].Value, match.Groups["last"].Value);
        var from = first.Length > 0 ? int.Parse(first, CultureInfo.InvariantCulture) : length - Math.Min(length, int.Parse(last, CultureInfo.InvariantCulture));
        var to = first.Length > 0 && last.Length > 0 ? Math.Min(length, int.Parse(last, CultureInfo.InvariantCulture) + 1) : length;
        return from < to ? (from, to) : throw new AwsException("InvalidRange", "The requested range is not satisfiable", 416);
    }

    [GeneratedRegex("^bytes=(?<first>[0-9]*)-(?<last>[0-9]*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
