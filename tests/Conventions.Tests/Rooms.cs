using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BlueGreenServerless.Conventions.Tests;

public sealed partial class Rooms
{
    [Fact]
    public void Every_file_holds_one_top_level_type() =>
        Assert.Empty(Tree.Sources.Where(file => file.TopLevelTypes().Count > 1).Select(file => file.Path));

    [Fact]
    public void Every_class_is_sealed_static_or_abstract() =>
        Assert.Empty(
            from file in Tree.Sources
            from type in file.TopLevelTypes().OfType<ClassDeclarationSyntax>()
            where !type.Modifiers.Any(word => word.IsKind(SyntaxKind.SealedKeyword) || word.IsKind(SyntaxKind.StaticKeyword) || word.IsKind(SyntaxKind.AbstractKeyword))
            select $"{file.Path}: {type.Identifier.Text}");

    [Fact]
    public void Every_namespace_is_file_scoped() =>
        Assert.Empty(Tree.Sources.Where(file => file.Syntax.Members.OfType<NamespaceDeclarationSyntax>().Any()).Select(file => file.Path));

    [Fact]
    public void No_folder_or_type_is_called_utils_helpers_or_manager() =>
        Assert.Empty(Tree.Sources.Where(file => VagueName().IsMatch(file.Path)).Select(file => file.Path));

    [Fact]
    public void No_region_and_no_unfinished_word_stands_in_the_sources() =>
        Assert.Empty(
            from file in Tree.Sources
            where !file.Path.StartsWith("tests/Conventions.Tests/", StringComparison.Ordinal)
            from Match match in Unfinished().Matches(file.Text)
            select $"{file.Path}: {match.Value}");

    [GeneratedRegex(@"(?:Utils|Utilities|Helpers?|(?<!Systems)Managers?|Common)(?:/|\.cs$)", RegexOptions.None, 1000)]
    private static partial Regex VagueName();

    [GeneratedRegex(@"#region|\bTODO\b|\bFIXME\b|NotImplementedException|Thread\.Sleep", RegexOptions.None, 1000)]
    private static partial Regex Unfinished();
}
