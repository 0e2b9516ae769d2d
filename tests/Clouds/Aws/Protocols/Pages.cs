using System.Globalization;
using System.Text;

namespace BlueGreenServerless.Clouds.Aws.Protocols;

/// <summary>Cuts lists into pages; the token says where the next one begins and means nothing to a caller.</summary>
internal static class Pages
{
    /// <exception cref="AwsException">The token was not given out here.</exception>
    public static (IReadOnlyList<T> Items, string? Next) Cut<T>(IReadOnlyList<T> all, string? token, int size)
    {
        var start = token is null ? 0 : Start(token);
        var end = Math.Min(all.Count, start + size);
        return ([.. all.Skip(start).Take(size)], end < all.Count ? Convert.ToBase64String(Encoding.ASCII.GetBytes($"from:{end}")) : null);
    }

    private static int Start(string token)
    {
        var buffer = new byte[64];
        return Convert.TryFromBase64String(token, buffer, out var length)
            && Encoding.ASCII.GetString(buffer, 0, length) is var text && text.StartsWith("from:", StringComparison.Ordinal)
            && int.TryParse(text[5..], NumberStyles.None, CultureInfo.InvariantCulture, out var start)
                ? start
                : throw new AwsException("InvalidNextToken", "The specified token is not valid.");
    }
}
