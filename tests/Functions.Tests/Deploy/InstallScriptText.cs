using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Deploy;

using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Functions.Tests.Deploy;

public sealed class InstallScriptText
{
    private static readonly InstallPlan Plan = new() { Directory = "/srv/shop" };

    [Theory]
    [InlineData("", "''")]
    [InlineData("plain", "'plain'")]
    [InlineData("it's", "'it'\\''s'")]
    [InlineData("$(x) `y` \\ \" \n", "'$(x) `y` \\ \" \n'")]
    public void Quote_makes_one_word(string text, string expected) => Assert.Equal(expected, ShellQuote.Quote(text));

    [Fact]
    public void Quote_refuses_what_bash_cannot_carry() => Assert.Throws<ArgumentException>(() => ShellQuote.Quote("a\0b"));

    [Theory]
    [InlineData("")]
    [InlineData("../x")]
    [InlineData("a b")]
    [InlineData("a\n")]
    [InlineData("$(reboot)")]
    public void An_id_that_is_no_name_of_a_directory_is_refused(string id)
    {
        var refused = Assert.Throws<InvalidRequestException>(() => InstallScript.Render(Install.Header(id, new string('0', 64)), Plan));

        Assert.Contains($"The release id '{id}' cannot be used", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ABCDEF")]
    [InlineData("'; reboot; '")]
    public void A_digest_that_is_none_is_refused(string digest) =>
        Assert.Throws<InvalidRequestException>(() => InstallScript.Render(Install.Header("r1", digest), Plan));

    [Fact]
    public void The_same_release_gives_the_same_text_of_moderate_length()
    {
        var header = Install.Header("r1", new string('0', 64));

        Assert.Equal(InstallScript.Render(header, Plan), InstallScript.Render(header, Plan));
        Assert.InRange(InstallScript.Render(header, Plan).Length, 1000, 20_000);
    }
}
