namespace BlueGreenServerless.Ports;

/// <summary>Makes one word of bash from any text: everything from outside goes through here on its way into a script.</summary>
public static class ShellQuote
{
    /// <summary>The text in single quotes, in which nothing has a meaning but the quote itself.</summary>
    /// <exception cref="ArgumentException">The text has a NUL character, which no argument of a program can carry.</exception>
    public static string Quote(string text) => text.Contains('\0', StringComparison.Ordinal)
        ? throw new ArgumentException($"The text '{text.Replace("\0", "\\0", StringComparison.Ordinal)}' has a NUL character, which bash cannot carry. Take it out.", nameof(text))
        : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>A bash array of the texts, for example <c>('a' 'b')</c>.</summary>
    public static string Array(IEnumerable<string> texts) => $"({string.Join(' ', texts.Select(Quote))})";
}
