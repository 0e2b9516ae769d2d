using BlueGreenServerless.Documents;
using BlueGreenServerless.Providers.HAProxy;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Tests.HAProxy;

public sealed class HaproxyHealthTests
{
    [Fact]
    public async Task Health_follows_the_checks_of_a_colour_without_traffic()
    {
        await using var haproxy = await HaproxyFixture.StartAsync();
        await Eventually.HoldsAsync(async () => (await GreenAsync(haproxy)).AllHealthy);
        haproxy.Green.HealthStatus = 503;
        await Eventually.HoldsAsync(async () => (await GreenAsync(haproxy)).Failures.Contains("g1: L7STS 503"));
        await haproxy.Green.DisposeAsync();
        await Eventually.HoldsAsync(async () => (await GreenAsync(haproxy)).Failures.Contains("g1: L4CON"));
        Assert.Equal(new ColorHealth(0, 1, []).Healthy, (await GreenAsync(haproxy)).Healthy);
    }

    [Fact]
    public async Task A_server_in_maintenance_or_fresh_out_of_it_is_not_healthy()
    {
        await using var haproxy = await HaproxyFixture.StartAsync(options => options with { Health = new HaproxyHealth { Interval = TimeSpan.FromSeconds(20) } });
        await Eventually.HoldsAsync(async () => (await GreenAsync(haproxy)).AllHealthy);
        await haproxy.AskAsync("set server be_green/g1 state maint");
        Assert.Equal(["g1: MAINT"], (await GreenAsync(haproxy)).Failures);
        await haproxy.AskAsync("set server be_green/g1 state ready");
        Assert.False((await GreenAsync(haproxy)).AllHealthy);
    }

    [Theory]
    [InlineData("UP", "L7OK", "200", null)]
    [InlineData("UP", "* L7OK", "0", null)]
    [InlineData("UP", "L4OK", "", null)]
    [InlineData("UP", "INI", "", "s: INI")]
    [InlineData("UP", "* INI", "0", "s: INI")]
    [InlineData("UP", "L7OKC", "404", "s: L7OKC 404")]
    [InlineData("UP 1/2", "L7OK", "200", "s: UP 1/2 L7OK 200")]
    [InlineData("UP 1/2", "L7STS", "500", "s: UP 1/2 L7STS 500")]
    [InlineData("DOWN", "L7STS", "503", "s: L7STS 503")]
    [InlineData("DOWN", "* L4CON", "0", "s: L4CON")]
    [InlineData("DOWN 1/2", "L7OK", "200", "s: DOWN 1/2 L7OK 200")]
    [InlineData("no check", "", "", "s: no check")]
    [InlineData("MAINT", "L7OK", "200", "s: MAINT")]
    [InlineData("MAINT (via b/s)", "", "", "s: MAINT (via b/s)")]
    [InlineData("DRAIN", "L7OK", "200", "s: DRAIN")]
    [InlineData("NOLB", "L7OKC", "404", "s: NOLB")]
    public void A_server_is_healthy_only_when_up_and_really_checked(string status, string check, string code, string? fault)
    {
        var reply = $"# pxname,svname,status,check_status,check_code,type,\nb,s,{status},{check},{code},2,\n\n";
        Assert.Equal(fault, ServerHealth.Fault(StatLine.Parse(reply, "show stat").Single()));
    }

    [Fact]
    public async Task Connections_wait_for_a_long_request_also_in_a_replaced_worker()
    {
        await using var haproxy = await HaproxyFixture.StartAsync();
        haproxy.Blue.Gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var long1 = haproxy.GetAsync("/long");
        await Eventually.HoldsAsync(() => haproxy.Blue.Waiting == 1);
        await haproxy.Router.ShiftAsync(TrafficSplit.All(Color.Green), CancellationToken.None);
        Assert.Equal(1, await haproxy.Router.ConnectionsAsync(Color.Blue, CancellationToken.None));
        haproxy.Options = haproxy.Options with { ServerMaxconn = 5 };
        await haproxy.Router.AttachAsync(Color.Green, CancellationToken.None);
        Assert.Equal(1, await haproxy.Router.ConnectionsAsync(Color.Blue, CancellationToken.None));
        haproxy.Blue.Gate.SetResult();
        Assert.Equal("blue", await long1);
        await Eventually.HoldsAsync(async () => await haproxy.Router.ConnectionsAsync(Color.Blue, CancellationToken.None) == 0);
    }

    [Fact]
    public async Task Connections_count_what_waits_for_a_free_worker()
    {
        await using var haproxy = await HaproxyFixture.StartAsync(options => options with { ServerMaxconn = 1 });
        haproxy.Blue.Gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var requests = Enumerable.Range(0, 3).Select(_ => haproxy.GetAsync()).ToList();
        await Eventually.HoldsAsync(async () => await haproxy.Router.ConnectionsAsync(Color.Blue, CancellationToken.None) == 3);
        Assert.Equal(1, haproxy.Blue.Waiting);
        haproxy.Blue.Gate.SetResult();
        Assert.Equal(["blue", "blue", "blue"], await Task.WhenAll(requests));
    }

    private static Task<ColorHealth> GreenAsync(HaproxyFixture haproxy) => haproxy.Router.HealthAsync(Color.Green, CancellationToken.None);
}
