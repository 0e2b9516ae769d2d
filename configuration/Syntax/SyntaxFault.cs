using YamlDotNet.Core;

namespace BlueGreenServerless.Configuration.Syntax;

/// <summary>Says what is wrong with text that is not YAML.</summary>
internal static class SyntaxFault
{
    public static string Message(string text, YamlException e)
    {
        var line = LineOf(text, (int)e.Start.Line);
        if (line.AsSpan(0, line.Length - line.AsSpan().TrimStart().Length).Contains('\t'))
        {
            return "the line is indented with a tab: '\\t' — allowed: spaces; replace each tab at the beginning of the line by two spaces";
        }

        var at = (int)e.Start.Column - 1;
        var found = at >= 0 && at < line.Length ? Quote.Text(line[at].ToString()) : "the end of the line: ''";
        return $"not valid YAML at {found}: {Sentence(e.Message)} — allowed: YAML 1.2; check indentation, quotes and brackets here and just above";
    }

    public static string Message(string why) =>
        $"not valid YAML: '{Sentence(why)}' — allowed: YAML 1.2; check quotes and escapes here and just after";

    private static string LineOf(string text, int line) => text.Split('\n').ElementAtOrDefault(line - 1)?.TrimEnd('\r') ?? "";

    // the parser's sentences, as a part of ours
    private static string Sentence(string message)
    {
        var line = message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
        return line.Length == 0 ? "it cannot be read" : char.ToLowerInvariant(line[0]) + line[1..];
    }
}
