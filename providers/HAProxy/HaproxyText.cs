using System.Text;

namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>Text that comes from elsewhere, made fit for a message.</summary>
internal static class HaproxyText
{
    private const int HeadLength = 400;

    /// <summary>The first 400 characters on one line, control characters as '.'.</summary>
    public static string Head(this string text)
    {
        var trimmed = text.Trim();
        var head = new StringBuilder(HeadLength);
        foreach (var character in trimmed.AsSpan(0, Math.Min(trimmed.Length, HeadLength)))
        {
            head.Append(character is '\n' or '\t' ? ' ' : char.IsControl(character) ? '.' : character);
        }

        return trimmed.Length > HeadLength ? head.Append('…').ToString() : head.ToString();
    }

    /// <summary>The text as one word of a shell command.</summary>
    public static string Quoted(this string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
