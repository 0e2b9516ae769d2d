using System.Runtime.InteropServices;
using YamlDotNet.Core;

namespace BlueGreenServerless.Configuration.Syntax;

/// <summary>A place in the user's file.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Place(int Line, int Column)
{
    /// <summary>The file as a whole.</summary>
    public static Place Nowhere { get; } = new(0, 0);

    public static Place Start { get; } = new(1, 1);

    internal static Place Of(in Mark mark) => new(Math.Max(1, (int)mark.Line), Math.Max(1, (int)mark.Column));

    /// <summary>The place of a character of a text.</summary>
    public static Place Of(string text, int index)
    {
        var before = text.AsSpan(0, index);
        return new Place(before.Count('\n') + 1, index - before.LastIndexOf('\n'));
    }
}
