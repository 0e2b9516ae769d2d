using System.Reflection;
using System.Text.RegularExpressions;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Conventions.Tests;

public sealed partial class Documentation
{
    [Fact]
    public void Every_reason_word_is_documented_and_every_documented_word_exists() =>
        Assert.Equal(Words(), Rows("## Why a release ended"));

    [Fact]
    public void Every_failure_class_is_documented_and_every_documented_class_exists() =>
        Assert.Equal(Classes(), Rows("## Failures by class"));

    [Fact]
    public void No_link_between_the_documents_is_broken() =>
        Assert.Empty(
            from document in new[] { "docs", "examples", "providers", "statemachine" }.SelectMany(Documents).Append(Path.Combine(Tree.Root, "README.md"))
            from Match link in Link().Matches(File.ReadAllText(document))
            let target = Path.Combine(Path.GetDirectoryName(document)!, link.Groups["path"].Value)
            where !File.Exists(target) && !Directory.Exists(target)
            select $"{document}: {link.Groups["path"].Value}");

    private static string[] Documents(string folder) => Directory.GetFiles(Path.Combine(Tree.Root, folder), "*.md", SearchOption.AllDirectories);

    private static IEnumerable<string> Words() =>
        typeof(Reason).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.Name).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Classes() =>
        typeof(ReleaseException).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ReleaseException))).Select(type => type.Name).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Rows(string heading)
    {
        var section = Tree.Text("docs/errors.md").Split(heading)[1].Split("\n## ")[0];
        return Row().Matches(section).Select(match => match.Groups["word"].Value).Order(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"^\| (?<word>[A-Z][A-Za-z]+) \|", RegexOptions.Multiline, 1000)]
    private static partial Regex Row();

    [GeneratedRegex(@"\]\((?!https?:)(?<path>[^)#]+)(?:#[^)]*)?\)", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
