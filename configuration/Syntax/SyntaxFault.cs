using YamlDotNet.Core;

namespace BlueGreenServerless.Configuration.Syntax;

/// <summary>Says what is wrong with text that is not YAML.</summary>
internal static class SyntaxFault
{
    public static void Add(FaultList faults, string text, YamlException e)
    {
        var lines = text.Split('\n');
        if (e.Message.Contains(" tab", StringComparison.Ordinal) && Array.FindIndex(lines, IsIndentedByTab) is var line and >= 0)
        {
            var at = new Place(line + 1, lines[line].IndexOf('\t', StringComparison.Ordinal) + 1);
            faults.Add(at, "the line is indented with a tab: '\\t' — allowed: spaces; replace each tab at the beginning of the line by two spaces");
            return;
        }

        var place = Place.Of(e.Start);
        faults.Add(place, $"not valid YAML at {Found(lines, place)}: {Sentence(e.Message)} — allowed: YAML 1.2; check indentation, quotes and brackets here and just above");
    }

    /// <summary>For exceptions of the parser that say nothing about the file.</summary>
    /// <param name="last">The end of what could be read.</param>
    public static void AddAfter(FaultList faults, string text, Place last, Exception e)
    {
        var why = e is ArgumentException ? "an escape names no character" : "the file ends inside a bracket, brace or quotes";
        faults.Add(last, $"not valid YAML after {Found(text.Split('\n'), last)}: {why} — allowed: YAML 1.2; check brackets, quotes and escapes from here on");
    }

    private static bool IsIndentedByTab(string line) => line.AsSpan(0, line.Length - line.AsSpan().TrimStart().Length).Contains('\t');

    // one character only: the rest of the line may hold what nobody should read
    private static string Found(string[] lines, Place at)
    {
        var line = at.Line <= lines.Length ? lines[at.Line - 1].TrimEnd('\r') : "";
        return at.Column <= line.Length ? Quote.Text(line[at.Column - 1].ToString()) : "the end of the line, ''";
    }

    // the parser's sentences, as a part of ours
    private static string Sentence(string message)
    {
        var line = message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
        return line.Length == 0 ? "it cannot be read" : char.ToLowerInvariant(line[0]) + line[1..];
    }
}
