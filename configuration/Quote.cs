using System.Globalization;
using System.Text;

namespace BlueGreenServerless.Configuration;

/// <summary>Shows a piece of the user's file inside a message: in quotes, on one line, cut, and with nothing that a terminal would obey.</summary>
public static class Quote
{
    private const int Longest = 60;

    public static string Text(string text) => $"'{Bare(text)}'" + (text.Length > Longest ? $" ({text.Length} characters)" : "");

    /// <summary>The same without the quotes.</summary>
    public static string Bare(string text)
    {
        var shown = new StringBuilder();
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, Longest)))
        {
            shown.Append(Visible(c));
        }

        return shown.Append(text.Length > Longest ? "…" : "").ToString();
    }

    private static string Visible(char c) => c switch
    {
        '\n' => "\\n",
        '\t' => "\\t",
        _ when char.IsControl(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            => $"\\u{(int)c:x4}",
        _ => c.ToString(),
    };
}
