namespace BlueGreenServerless.Failures;

/// <summary>What somebody probably meant who wrote a word that does not exist.</summary>
public static class Suggestion
{
    private const int LongestWord = 100;

    /// <summary><c>did you mean 'x'?</c>, or null when none of the allowed words is close.</summary>
    public static string? For(string written, IEnumerable<string> allowed) => Nearest(written, allowed) is { } nearest ? $"did you mean '{nearest}'?" : null;

    /// <summary>The allowed word that differs least: in case and separators only, or in about a third of its letters.</summary>
    public static string? Nearest(string written, IEnumerable<string> allowed)
    {
        if (written.Length is 0 or > LongestWord)
        {
            return null;
        }

        var plain = Plain(written);
        return allowed.Select(word => (Word: word, Distance: Distance(plain, Plain(word))))
            .Where(pair => pair.Distance <= Math.Max(1, Math.Max(plain.Length, pair.Word.Length) / 3) && pair.Distance < pair.Word.Length)
            .OrderBy(pair => pair.Distance)
            .Select(pair => pair.Word)
            .FirstOrDefault();
    }

    private static string Plain(string word) => word.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    // Levenshtein's distance with swapped neighbours counted as one mistake
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                rows[i, j] = i == 0 || j == 0 ? i + j : Cheapest(rows, a, b, i, j);
            }
        }

        return rows[a.Length, b.Length];
    }

    private static int Cheapest(int[,] rows, string a, string b, int i, int j)
    {
        var cost = a[i - 1] == b[j - 1] ? 0 : 1;
        var cheapest = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
        var swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return swapped ? Math.Min(cheapest, rows[i - 2, j - 2] + 1) : cheapest;
    }
}
