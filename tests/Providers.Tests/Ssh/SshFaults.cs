using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Ssh;
using BlueGreenServerless.Providers.Tests.Local;
using BlueGreenServerless.Testing.Ssh;

namespace BlueGreenServerless.Providers.Tests.Ssh;

public sealed class SshFaults : IAsyncLifetime
{
    private SshServer server = null!;

    public async ValueTask InitializeAsync() => server = await SshServer.StartAsync();

    [Fact]
    public async Task A_changed_host_key_is_refused()
    {
        await server.KnowAnotherKeyAsync();

        Assert.Contains("has another host key than the known one", await ReasonAsync("h1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_host_key_is_refused_whatever_the_options_say()
    {
        await server.KnowNoKeyAsync();

        Assert.Contains("has a host key that is not known", await ReasonAsync("h1", """, "options": ["StrictHostKeyChecking=no"]"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_is_not_accepted_is_said()
    {
        await server.AcceptNobodyAsync();

        Assert.Contains("did not let us in", await ReasonAsync("h1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_connection_is_said() =>
        Assert.Contains("'refused' refused the connection", await ReasonAsync("refused"), StringComparison.Ordinal);

    [Fact]
    public async Task A_name_that_is_none_is_said() =>
        Assert.Contains("has a name that cannot be resolved", await ReasonAsync("no-such-host.invalid"), StringComparison.Ordinal);

    [Theory]
    [InlineData("-oProxyCommand=reboot")]
    [InlineData("a b")]
    [InlineData("h1;reboot")]
    [InlineData("$(reboot)")]
    [InlineData("user@-h1")]
    [InlineData("-l@h1")]
    [InlineData("h1:0")]
    [InlineData("h1:99999")]
    [InlineData("h1\n")]
    [InlineData("")]
    public void What_is_no_host_is_refused(string text) => Assert.Contains(
        $"The host '{text}' is none.", Assert.Throws<InvalidRequestException>(() => SshAddress.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("web1", null, null, "web1", null)]
    [InlineData("deploy@10.0.0.1:2222", null, "deploy", "10.0.0.1", 2222)]
    [InlineData("one=deploy@[::1]:22", "one", "deploy", "::1", 22)]
    public void A_host_is_read(string text, string? name, string? user, string address, int? port) =>
        Assert.Equal(new SshAddress(name, user, address, port), SshAddress.Parse(text));

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task<string> ReasonAsync(string host, string more = "")
    {
        IHostCommands hosts = Commands.Of(new SshProvider(), $$"""{ "blue": ["{{host}}"], "configFile": "{{server.ClientConfig}}" {{more}} }""");
        HostFailure failure = Assert.Single((await Commands.RunAsync(hosts, Commands.Command("echo no"))).Failures);
        Assert.Null(failure.ExitCode);
        return failure.Reason;
    }
}
