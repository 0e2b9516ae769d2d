using BlueGreenServerless.Testing.Cli;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.EndToEnd.Tests.Cli;

/// <summary>Whatever a user gets wrong: exit code 1, a message that helps, nothing on disk but what was there.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("'bluegreen --help' lists what is allowed")]
    [InlineData("'frobnicate'", "frobnicate")]
    [InlineData("Required argument missing", "release")]
    [InlineData("'--reason' is required", "freeze")]
    [InlineData("The option '--limit' is '0'; allowed is 1 to 10000.", "history", "--limit", "0")]
    [InlineData("The option '--limit' is 'many'", "history", "--limit", "many")]
    [InlineData("There is no file 'bluegreen.yaml'", "status")]
    [InlineData("There is no file 'bluegreen.yaml'", "release", "shop-2.tar.gz")]
    [InlineData("There is no file '../there-is-none'", "status", "-f", "../there-is-none")]
    [InlineData("The name '$(reboot)' cannot be an application's", "init", "--app", "$(reboot)")]
    public async Task A_command_line_that_cannot_be_meant_is_refused(string message, params string[] arguments)
    {
        var end = await Bluegreen.RunAsync(_directory.Path, arguments);

        Assert.Equal(1, end.Code);
        Assert.Contains(message, end.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_directory.Path));
    }

    [Theory]
    [InlineData("There is no artifact 'missing-2.tar.gz'", "missing-2.tar.gz")]
    [InlineData("There is no artifact '../there-is-none'", "../there-is-none")]
    [InlineData("There is no artifact '$(reboot)'", "$(reboot)")]
    [InlineData("There is no artifact '.'", ".")]
    [InlineData("The artifact '' cannot be a path", "")]
    [InlineData("The version '$(reboot)' cannot be used", "shop-1.tar.gz", "--version", "$(reboot)")]
    [InlineData("The version '../there-is-none' cannot be used", "shop-1.tar.gz", "--version", "../there-is-none")]
    [InlineData("The version '' cannot be used", "shop-1.tar.gz", "--version", "")]
    [InlineData("has no version in it", "noversion.tar.gz")]
    [InlineData("The digest 'abc' is not a SHA-256", "shop-1.tar.gz", "--sha256", "abc")]
    public async Task An_artifact_that_cannot_be_meant_is_refused_before_anything_is_touched(string message, params string[] arguments)
    {
        await ReadyAsync();

        var end = await Bluegreen.RunAsync(_directory.Path, ["release", .. arguments]);

        Assert.Equal(1, end.Code);
        Assert.Contains(message, end.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_directory.Below("site")), "nothing may be installed");
    }

    [Fact]
    public async Task A_name_of_10_000_characters_is_refused_with_a_short_message()
    {
        await ReadyAsync();

        var end = await Bluegreen.RunAsync(_directory.Path, "release", "shop-1.tar.gz", "--version", new string('x', 10_000));

        Assert.Equal(1, end.Code);
        Assert.InRange(end.Errors.Length, 1, 1000);
    }

    [Fact]
    public async Task A_wrong_digest_is_refused()
    {
        await ReadyAsync();

        var end = await Bluegreen.RunAsync(_directory.Path, "release", "shop-1.tar.gz", "--sha256", new string('0', 64));

        Assert.Equal(1, end.Code);
        Assert.Contains(new string('0', 64), end.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_tells_a_failure_as_one_document()
    {
        var end = await Bluegreen.RunAsync(_directory.Path, "status", "--json");

        using var json = System.Text.Json.JsonDocument.Parse(end.Output);
        Assert.Equal(1, end.Code);
        Assert.Equal("InvalidRequestException", json.RootElement.GetProperty("error").GetProperty("name").GetString());
        Assert.Equal("", end.Errors);
    }

    /// <summary>A valid file and something that is a file, if no artifact.</summary>
    private async Task ReadyAsync()
    {
        await Bluegreen.RunAsync(_directory.Path, "init");
        await File.WriteAllTextAsync(_directory.Below("shop-1.tar.gz"), "not an archive");
        await File.WriteAllTextAsync(_directory.Below("noversion.tar.gz"), "not an archive");
    }
}
