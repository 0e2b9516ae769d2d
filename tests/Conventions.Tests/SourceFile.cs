using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BlueGreenServerless.Conventions.Tests;

/// <param name="Path">Relative to the root of the repository, with forward slashes.</param>
internal sealed record SourceFile(string Path, string Text, CompilationUnitSyntax Syntax)
{
    public int Lines => Text.AsSpan().Count('\n');

    public bool IsTest => Path.StartsWith("tests/", StringComparison.Ordinal);

    public static SourceFile Read(string path)
    {
        var text = File.ReadAllText(path);
        return new SourceFile(
            System.IO.Path.GetRelativePath(Tree.Root, path).Replace('\\', '/'), text, CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot());
    }

    /// <summary>Types that stand directly in the file or its namespace.</summary>
    public IReadOnlyList<BaseTypeDeclarationSyntax> TopLevelTypes() =>
        [.. Syntax.Members.Concat(Syntax.Members.OfType<BaseNamespaceDeclarationSyntax>().SelectMany(space => space.Members)).OfType<BaseTypeDeclarationSyntax>()];
}
