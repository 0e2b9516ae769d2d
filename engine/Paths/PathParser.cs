using System.Globalization;
using System.Text;

namespace BlueGreenServerless.Engine.Paths;

/// <summary>Reads reference paths. Wildcards, filters, slices and recursion are refused: they name more than one place.</summary>
internal static class PathParser
{
    private const string Reserved = "*?@,:()[]'\" \t\r\n\\&|=<>!";

    /// <summary>The path, or null and what is wrong with it.</summary>
    public static ReferencePath? Parse(string text, out string? fault)
    {
        var isContext = text.StartsWith("$$", StringComparison.Ordinal);
        if (!text.StartsWith('$'))
        {
            fault = $"'{text}' is not a path. A path starts with '$' (the input) or '$$' (the context object)";
            return null;
        }

        var segments = new List<PathSegment>();
        var at = isContext ? 2 : 1;
        while (at < text.Length)
        {
            var segment = text[at] == '.' ? Dotted(text, ref at) : Bracketed(text, ref at);
            if (segment is null)
            {
                fault = $"'{text}' is not a reference path. Fields ($.a.b, $['a b']) and indexes ($.a[0]) are allowed, nothing that can match twice";
                return null;
            }

            segments.Add(segment.Value);
        }

        fault = null;
        return new ReferencePath(text, isContext, segments);
    }

    private static PathSegment? Dotted(string text, ref int at)
    {
        var start = ++at;
        while (at < text.Length && text[at] is not ('.' or '['))
        {
            if (Reserved.Contains(text[at], StringComparison.Ordinal))
            {
                return null;
            }

            at++;
        }

        return at > start ? new PathSegment(text[start..at], 0) : null;
    }

    private static PathSegment? Bracketed(string text, ref int at)
    {
        if (text[at] != '[' || at + 1 >= text.Length)
        {
            return null;
        }

        at++;
        return text[at] is '\'' or '"' ? Quoted(text, ref at) : Indexed(text, ref at);
    }

    private static PathSegment? Indexed(string text, ref int at)
    {
        var end = text.IndexOf(']', at);
        if (end < 0 || !int.TryParse(text[at..end], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return null;
        }

        at = end + 1;
        return new PathSegment(null, index);
    }

    private static PathSegment? Quoted(string text, ref int at)
    {
        var quote = text[at++];
        var name = new StringBuilder();
        for (; at < text.Length && text[at] != quote; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length)
            {
                at++;
            }

            name.Append(text[at]);
        }

        if (at + 1 >= text.Length || text[at + 1] != ']')
        {
            return null;
        }

        at += 2;
        return new PathSegment(name.ToString(), 0);
    }
}
