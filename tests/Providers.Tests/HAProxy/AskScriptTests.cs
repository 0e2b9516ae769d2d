using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.HAProxy;

namespace BlueGreenServerless.Providers.Tests.HAProxy;

public sealed class AskScriptTests
{
    [Theory]
    [InlineData("")]
    [InlineData("ok\n")]
    [InlineData("ok\nH4sIAAAAAAAAAwvO")]
    [InlineData("ok\nnot base64!\nend\n")]
    [InlineData("bash: perl: command not found\nend\n")]
    public void Output_that_is_not_whole_is_refused(string output) =>
        Assert.Throws<ProviderRefusedException>(() => AskScript.Reply(output));

    [Fact]
    public void A_socket_that_does_not_answer_is_unavailable() =>
        Assert.Throws<ProviderUnavailableException>(() => AskScript.Reply("unavailable\n/run/a.sock: No such file or directory\nend\n"));

    [Fact]
    public void Quoted_text_stays_one_word() => Assert.Equal("'a'\\''; reboot'", "a'; reboot".Quoted());
}
