using System.Globalization;

namespace BlueGreenServerless.Functions.Hosting.Triggers;

/// <summary>
/// Who asked for a release that an upload started, with the time of the upload: events arrive in any order, and an older upload must not
/// follow a newer one.
/// </summary>
public static class UploadMark
{
    private const string Prefix = "upload at ";

    public static string Of(DateTimeOffset time) => Prefix + time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The time of the upload, or null when something else asked.</summary>
    public static DateTimeOffset? TimeOf(string by) =>
        by.StartsWith(Prefix, StringComparison.Ordinal)
        && DateTimeOffset.TryParse(by[Prefix.Length..], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
