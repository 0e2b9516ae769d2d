namespace BlueGreenServerless.Engine.Choices;

/// <summary>StringMatches: <c>*</c> stands for any characters or none; <c>\*</c> and <c>\\</c> are those characters themselves.</summary>
internal static class Wildcard
{
    public static bool Matches(string text, string pattern)
    {
        var pieces = Pieces(pattern);
        if (pieces.Count == 1)
        {
            return text == pieces[0];
        }

        if (!text.StartsWith(pieces[0], StringComparison.Ordinal))
        {
            return false;
        }

        var at = pieces[0].Length;
        foreach (var piece in pieces[1..^1])
        {
            var found = text.IndexOf(piece, at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + piece.Length;
        }

        return text.Length - pieces[^1].Length >= at && text.EndsWith(pieces[^1], StringComparison.Ordinal);
    }

    /// <summary>The literal pieces between the stars.</summary>
    private static List<string> Pieces(string pattern)
    {
        var pieces = new List<string>();
        var piece = new System.Text.StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '*')
            {
                pieces.Add(piece.ToString());
                piece.Clear();
                continue;
            }

            if (pattern[i] == '\\' && i + 1 < pattern.Length)
            {
                i++;
            }

            piece.Append(pattern[i]);
        }

        pieces.Add(piece.ToString());
        return pieces;
    }
}
