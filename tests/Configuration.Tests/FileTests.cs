using BlueGreenServerless.Configuration.Tests.Samples;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.Configuration.Tests;

public sealed class FileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new("bluegreen-configuration-");

    [Fact]
    public void Read_of_a_good_file_gives_its_configuration() =>
        Assert.Equal("shop", SampleFile.Reader.Read(Write(SampleFile.Minimal)).OrThrow().App);

    [Fact]
    public void Read_of_a_missing_file_says_so() => Refused(Path.Combine(_directory.Path, "none.yaml"), "it does not exist");

    [Fact]
    public void Read_of_a_directory_says_so() => Refused(_directory.Path, "it is a directory");

    [Fact]
    public void Read_of_a_path_with_a_nul_says_so() => Refused("a\0b", "cannot be read");

    [Fact]
    public void Read_of_an_empty_file_says_so() => Refused(Write(""), "the file is empty");

    [Fact]
    public void Read_of_a_file_above_one_mebibyte_is_refused_without_parsing_it() =>
        Refused(Write($"# {new string('x', 1024 * 1024)}\n{SampleFile.Minimal}"), "larger than '1048576' bytes");

    [Fact]
    public void Parse_of_a_text_above_one_mebibyte_is_refused_too() =>
        Assert.Contains("larger than", Assert.Single(SampleFile.Parse(new string('é', 600_000)).Faults).Message, StringComparison.Ordinal);

    [Fact]
    public void A_large_file_below_the_limit_is_read() =>
        Assert.Empty(SampleFile.Reader.Read(Write($"# {new string('x', 1_000_000)}\n{SampleFile.Minimal}")).Faults);

    public void Dispose() => _directory.Dispose();

    private static void Refused(string path, string why)
    {
        var result = SampleFile.Reader.Read(path);

        Assert.Null(result.Configuration);
        Assert.Contains(why, Assert.Single(result.Faults).Message, StringComparison.Ordinal);
    }

    private string Write(string text)
    {
        var path = Path.Combine(_directory.Path, "bluegreen.yaml");
        File.WriteAllText(path, text);
        return path;
    }
}
