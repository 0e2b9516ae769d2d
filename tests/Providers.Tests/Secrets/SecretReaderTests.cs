using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Secrets;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Secrets;

namespace BlueGreenServerless.Providers.Tests.Secrets;

public sealed class SecretReaderTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    [Fact]
    public async Task A_file_is_read_without_its_line_end_and_again_at_every_use()
    {
        var (path, secret) = (directory.Below("token"), MarkedSecret.Of(SecretNames.DigitalOcean));
        await File.WriteAllTextAsync(path, $"{secret}1\n");
        Assert.Equal(secret + "1", await ReadAsync($"file:{path}"));
        await File.WriteAllTextAsync(path, $"{secret}2");
        Assert.Equal(secret + "2", await ReadAsync($"file:{path}"));
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
    public async Task A_variable_is_read()
    {
        Environment.SetEnvironmentVariable("BLUEGREEN_TESTS_VARIABLE", MarkedSecret.Of(SecretNames.Variable));

        Assert.Equal(MarkedSecret.Of(SecretNames.Variable), await ReadAsync("env:BLUEGREEN_TESTS_VARIABLE"));
    }

    public void Dispose() => directory.Dispose();

    private static Task<string> ReadAsync(string reference) => SecretReader.Discover().ReadAsync(SecretReference.TryParse(reference)!, default);
}
