using System.Text.RegularExpressions;
using BlueGreenServerless.Providers.Registry;

namespace BlueGreenServerless.Configuration.Tests;

/// <summary>What the documents show works: every block marked <c>yaml title=bluegreen.yaml</c> and every example's file is valid.</summary>
public sealed partial class DocumentTests
{
    private static readonly ConfigurationReader Reader = new(ProviderRegistry.Discover().All);

    [Fact]
    public void Every_file_shown_in_the_documents_is_valid()
    {
        var documents = Directory.GetFiles(Tree.Path("docs"), "*.md", SearchOption.AllDirectories).Append(Tree.Path("README.md")).Where(File.Exists);

        Assert.Empty(documents.SelectMany(Blocks).SelectMany(block => Reader.Parse(block.Text, block.Title).Faults).Select(fault => fault.ToString()));
    }

    [Fact]
    public void Every_file_of_the_examples_is_valid() =>
        Assert.Empty(
            new DirectoryInfo(Tree.Path(".")).GetDirectories("examples")
                .SelectMany(folder => folder.GetFiles("bluegreen*.yaml", SearchOption.AllDirectories))
                .SelectMany(file => Reader.Read(file.FullName).Faults)
                .Select(fault => fault.ToString()));

    [Fact]
    public void Every_environment_file_in_the_documents_and_the_examples_is_valid()
    {
        var reader = new EnvironmentsReader(ProviderRegistry.Discover().All);
        var shown = EnvironmentBlock().Matches(File.ReadAllText(Tree.Path("docs/configuration.md"))).Select(match => match.Groups["text"].Value);
        var examples = new DirectoryInfo(Tree.Path("examples")).GetFiles("environment*.yaml", SearchOption.AllDirectories).Select(file => File.ReadAllText(file.FullName));

        Assert.All(shown.Concat(examples), text => Assert.NotEmpty(reader.Parse(text, "environment.yaml").Environments));
        Assert.NotEmpty(shown);
    }

    /// <summary>The marked blocks of a document; the title tells where a block is.</summary>
    internal static IEnumerable<(string Title, string Text)> Blocks(string document)
    {
        var text = File.ReadAllText(Tree.Path(document));
        return Block().Matches(text).Select(match =>
            ($"{Path.GetFileName(document)}, block in line {text.AsSpan(0, match.Index).Count('\n') + 1}{match.Groups["mark"].Value}", match.Groups["text"].Value));
    }

    [GeneratedRegex(@"^```yaml title=environment\.yaml\n(?<text>(.|\n)*?)^```$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EnvironmentBlock();

    [GeneratedRegex(@"^```yaml title=bluegreen\.yaml(?<mark>.*)\n(?<text>(.|\n)*?)^```$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Block();
}
