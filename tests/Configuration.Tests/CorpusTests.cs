using BlueGreenServerless.Configuration.Tests.Samples;

namespace BlueGreenServerless.Configuration.Tests;

public sealed class CorpusTests
{
    public static TheoryData<string> Names { get; } =
        [.. Directory.GetFiles(Tree.Path("tests/Configuration.Tests/Corpus"), "*.yaml").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Fact]
    public void The_corpus_is_large() => Assert.True(Names.Count >= 110, $"only {Names.Count} files");

    [Theory]
    [MemberData(nameof(Names))]
    public void A_bad_file_is_refused_with_its_messages_at_their_places(string name)
    {
        var file = new CorpusFile(Tree.Path($"tests/Configuration.Tests/Corpus/{name}"));
        if (Generated.Update)
        {
            file.Update(SampleFile.Reader.Read);
        }

        var result = SampleFile.Reader.Read(file.Path);

        Assert.Null(result.Configuration);
        Assert.NotEmpty(result.Faults);
        Assert.Equal(file.Expected(), result.Faults.Select(CorpusFile.Line));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_refusal_says_the_value_and_what_is_allowed_on_one_clean_line(string name)
    {
        var result = SampleFile.Reader.Read(Tree.Path($"tests/Configuration.Tests/Corpus/{name}"));

        Assert.All(result.Faults, fault =>
        {
            Assert.Matches("'[^']*'.* — allowed: .+; .+", fault.Message);
            Assert.DoesNotContain(fault.Message, char.IsControl);
            Assert.InRange(fault.Message.Length, 1, 600);
            Assert.DoesNotContain("topsecret", fault.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", fault.Message, StringComparison.Ordinal);
        });
    }
}
