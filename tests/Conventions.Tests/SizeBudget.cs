using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BlueGreenServerless.Conventions.Tests;

public sealed class SizeBudget
{
    private const int MaxFileLines = 300;
    private const int MaxMethodLines = 40;

    [Fact]
    public void No_file_is_longer_than_300_lines() =>
        Assert.Empty(Tree.Sources.Where(file => file.Lines > MaxFileLines).Select(file => $"{file.Path}: {file.Lines} lines"));

    [Fact]
    public void No_method_is_longer_than_40_lines() =>
        Assert.Empty(
            from file in Tree.Sources
            from method in file.Syntax.DescendantNodes().OfType<BaseMethodDeclarationSyntax>()
            let span = method.GetLocation().GetLineSpan()
            let lines = span.EndLinePosition.Line - span.StartLinePosition.Line + 1 - DocumentationLines(method)
            where lines > MaxMethodLines
            select $"{file.Path}:{span.StartLinePosition.Line + 1}: {lines} lines");

    [Fact]
    public void Half_of_the_files_have_at_most_60_lines()
    {
        var lines = Tree.Sources.Where(file => !file.IsTest).Select(file => file.Lines).Order().ToList();

        Assert.InRange(lines[lines.Count / 2], 1, 60);
    }

    private static int DocumentationLines(BaseMethodDeclarationSyntax method) =>
        method.AttributeLists.Sum(list => list.GetLocation().GetLineSpan() is var span ? span.EndLinePosition.Line - span.StartLinePosition.Line + 1 : 0);
}
