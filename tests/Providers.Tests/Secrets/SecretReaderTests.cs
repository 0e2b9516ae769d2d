using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Secrets;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.Providers.Tests.Secrets;

public sealed class SecretReaderTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    [Fact]
    public async Task A_file_is_read_without_its_line_end_and_again_at_every_use()
    {
        var path = directory.Write("secret", "one\n"u8);
        Assert.Equal("one", await ReadAsync($"file:{path}"));
        directory.Write("secret", "two"u8);
        Assert.Equal("two", await ReadAsync($"file:{path}"));
    }

    [Theory]
    [InlineData("file:/nowhere/at/all")]
    [InlineData("env:BLUEGREEN_TESTS_NOT_SET")]
    public async Task What_is_not_there_is_refused_by_its_name(string reference)
    {
        var refused = await Assert.ThrowsAsync<InvalidRequestException>(() => ReadAsync(reference));

        Assert.Contains($"'{reference}'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variable_is_read() => Assert.Equal(Environment.GetEnvironmentVariable("PATH"), await ReadAsync("env:PATH"));

    public void Dispose() => directory.Dispose();

    private static Task<string> ReadAsync(string reference) => SecretReader.Discover().ReadAsync(SecretReference.TryParse(reference)!, default);
}
