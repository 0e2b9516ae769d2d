using System.Text.RegularExpressions;
using BlueGreenServerless.Configuration.Reference;
using BlueGreenServerless.Configuration.Shapes;
using BlueGreenServerless.Configuration.Tests.Samples;
using BlueGreenServerless.Providers.Registry;

namespace BlueGreenServerless.Configuration.Tests;

public sealed partial class ReferenceTests
{
    private const string Page = "docs/configuration.md";

    private static readonly string Text = File.ReadAllText(Tree.Path(Page));

    private static readonly IReadOnlyList<string> Keys = [.. KeysOf(PlanShape.File, "")];

    [Fact]
    public void The_tables_in_the_docs_are_what_the_code_says() =>
        Generated.Equal(Page, ReferenceWriter.Refresh(File.ReadAllText(Tree.Path(Page)), ProviderRegistry.Discover().All));

    [Fact]
    public void Every_key_is_documented_and_every_documented_key_exists()
    {
        var documented = Row().Matches(ReferenceWriter.Keys()).Select(match => match.Groups["key"].Value);

        Assert.Equal(Keys.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_key_and_option_has_a_meaning() =>
        Assert.Empty(Row().Matches(ReferenceWriter.Keys() + ReferenceWriter.Providers(ProviderRegistry.Discover().All)).Where(row => row.Value.EndsWith("|  |", StringComparison.Ordinal)).Select(row => row.Value));

    [Fact]
    public void Every_key_that_the_prose_speaks_of_exists()
    {
        var prose = Text[..Text.IndexOf("<!-- generated:keys -->", StringComparison.Ordinal)];

        Assert.Empty(DottedKey().Matches(prose).Select(match => match.Groups["key"].Value).Except(Keys.Concat(["bluegreen.yaml", "environment.yaml"])));
    }

    [Fact]
    public void The_complete_example_uses_every_key()
    {
        var example = DocumentTests.Blocks(Page).Single(block => block.Title.EndsWith(" complete", StringComparison.Ordinal)).Text;

        Assert.All(Keys.Select(key => key.Split('.')[^1]), key => Assert.Matches($@"(^|[\s{{,-]){key}:", example));
    }

    [Fact]
    public void Options_of_providers_have_tables_with_their_defaults_and_ranges()
    {
        var tables = ReferenceWriter.Providers(SampleFile.Registry.All);

        Assert.Contains("| `socket` | text | **required** | matching ^/[!-~]+$ | Socket of the balancer. |", tables, StringComparison.Ordinal);
        Assert.Contains("| `servers[].check` | duration | `500ms` | 100ms to 1m | Time between two checks. |", tables, StringComparison.Ordinal);
        Assert.Contains("#### `router: { provider: pool }`\n\nMoves traffic, measures nothing.\n\nNo options.", tables, StringComparison.Ordinal);
        Assert.Contains("#### `metrics: { provider: edge }`\n\nMeasures in tests.\n\nThe same options as for `router`.", tables, StringComparison.Ordinal);
    }

    private static IEnumerable<string> KeysOf(RecordShape record, string path) => record.Keys.SelectMany(key =>
        Inner(key.Shape, path.Length == 0 ? key.Name : $"{path}.{key.Name}").Prepend(path.Length == 0 ? key.Name : $"{path}.{key.Name}"));

    private static IEnumerable<string> Inner(Shape shape, string path) => shape switch
    {
        RecordShape record => KeysOf(record, path),
        ListShape list => Inner(list.Item, path + "[]"),
        _ => [],
    };

    [GeneratedRegex(@"^\| `(?<key>[^`]+)` \| .*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();

    [GeneratedRegex(@"`(?<key>[a-z][A-Za-z]+\.[A-Za-z.]+)(: [^`]*)?`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DottedKey();
}
