using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.HAProxy;
using BlueGreenServerless.Testing.HAProxy;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.Providers.Tests.HAProxy;

/// <summary>What nobody has set up may be destroyed, so that nobody has must be certain.</summary>
public sealed class HaproxyWayInTests : IDisposable
{
    private readonly TemporaryDirectory folder = new("hap-");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Neither_a_configuration_nor_a_socket_is_no_way_in() => Assert.False(await Router().IsSetUpAsync(default));

    [Fact]
    public async Task One_that_does_not_answer_may_only_be_down()
    {
        await WriteAsync("");

        await Assert.ThrowsAsync<ProviderUnavailableException>(() => Router().IsSetUpAsync(default));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("frontend users\n    mode http\n    bind unix@{0}/users.sock\n", true)]
    public async Task One_that_runs_is_a_way_in_when_it_has_a_frontend(string section, bool isWayIn)
    {
        await WriteAsync(section);
        await using var haproxy = await HaproxyProcess.StartAsync(folder.Below("haproxy.cfg"), folder.Below("admin.sock"), folder.Below("master.sock"));

        Assert.Equal(isWayIn, await Router().IsSetUpAsync(default));
    }

    [Fact]
    public async Task Garbage_on_the_socket_is_no_answer_and_a_configuration_of_yours_is_always_set_up()
    {
        await using var garbage = new FakeRuntime(folder.Below("admin.sock"), _ => "what?\n");

        await Assert.ThrowsAsync<ProviderUnavailableException>(() => Router().IsSetUpAsync(default));
        Assert.True(await Router(HaproxyManage.MapOnly).IsSetUpAsync(default));
    }

    private ITrafficRouter Router(HaproxyManage manage = HaproxyManage.Config) => new HAProxyProvider().Router!.Create(
        new HaproxyOptions
        {
            Config = folder.Below("haproxy.cfg"), Socket = folder.Below("admin.sock"), MasterSocket = folder.Below("master.sock"), Manage = manage,
            Binds = ["127.0.0.1:1"], Blue = ["127.0.0.1:2"], Green = ["127.0.0.1:3"],
        },
        new PortContext(TimeProvider.System, _ => throw new InvalidOperationException("no hosts here"), new PassingNotes()));

    private Task WriteAsync(string section) => File.WriteAllTextAsync(folder.Below("haproxy.cfg"), $"""
        global
            stats socket unix@{folder.Below("admin.sock")} mode 600 level admin
        defaults
            timeout connect 1s
            timeout client 1s
            timeout server 1s
        {section.Replace("{0}", folder.Path, StringComparison.Ordinal)}
        """);
}
