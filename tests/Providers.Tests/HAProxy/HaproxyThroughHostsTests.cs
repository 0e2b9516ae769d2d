using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Providers.HAProxy;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Tests.HAProxy;

public sealed class HaproxyThroughHostsTests
{
    [Fact]
    public async Task Everything_works_through_scripts_on_haproxys_machine()
    {
        await using var haproxy = await HaproxyFixture.StartAsync();
        var hosts = new BashHosts();
        haproxy.ReachThroughHosts(hosts);
        var worker = await haproxy.WorkerAsync();
        var snapshot = (await haproxy.Router.DescribeAsync(CancellationToken.None)).Snapshot;
        var start = await haproxy.Metrics.ReadAsync(null, CancellationToken.None);
        var shifted = await haproxy.Router.ShiftAsync(TrafficSplit.All(Color.Green), CancellationToken.None);
        Assert.Equal(100, shifted.Split.Green);
        Assert.Equal("green_pct 100\n", await File.ReadAllTextAsync(haproxy.Map));
        Assert.Equal("green", await haproxy.GetAsync());
        Assert.Equal(1, (await haproxy.Metrics.ReadAsync(start.Cursor, CancellationToken.None)).Green.Requests);
        await Eventually.HoldsAsync(async () => (await haproxy.Router.HealthAsync(Color.Green, CancellationToken.None)).AllHealthy);
        Assert.Equal(0, await haproxy.Router.ConnectionsAsync(Color.Blue, CancellationToken.None));
        Assert.Equal(0, (await haproxy.Router.RestoreAsync(snapshot, CancellationToken.None)).Split.Green);
        Assert.Equal(worker, await haproxy.WorkerAsync());
        Assert.All(hosts.Started, command => Assert.Matches("^[0-9A-Za-z._-]{1,128}$", command.Id));
        Assert.All(hosts.Started, command => Assert.Null(command.Color));
    }

    [Fact]
    public async Task Attach_through_scripts_reloads_once_and_keeps_the_split()
    {
        await using var haproxy = await HaproxyFixture.StartAsync();
        haproxy.ReachThroughHosts(new BashHosts());
        await haproxy.Router.ShiftAsync(TrafficSplit.Toward(Color.Green, 30), CancellationToken.None);
        var worker = await haproxy.WorkerAsync();
        haproxy.Options = haproxy.Options with { ServerMaxconn = 3 };
        await haproxy.Router.AttachAsync(Color.Green, CancellationToken.None);
        var reloaded = await haproxy.WorkerAsync();
        await haproxy.Router.AttachAsync(Color.Green, CancellationToken.None);
        Assert.NotEqual(worker, reloaded);
        Assert.Equal(reloaded, await haproxy.WorkerAsync());
        Assert.Equal(30, (await haproxy.Router.DescribeAsync(CancellationToken.None)).Split.Green);
    }

    [Theory]
    [InlineData("")]
    [InlineData("green_pct 77\n")]
    public async Task Shift_through_scripts_heals_file_and_running_map(string file)
    {
        await using var haproxy = await HaproxyFixture.StartAsync();
        haproxy.ReachThroughHosts(new BashHosts());
        await File.WriteAllTextAsync(haproxy.Map, file);
        await haproxy.AskAsync($"clear map {haproxy.Map}");
        var state = await haproxy.Router.ShiftAsync(TrafficSplit.Toward(Color.Green, 8), CancellationToken.None);
        Assert.Equal(8, state.Split.Green);
        Assert.Equal("green_pct 8\n", await File.ReadAllTextAsync(haproxy.Map));
    }

    [Fact]
    public async Task A_dead_haproxy_is_unavailable_and_the_file_stays()
    {
        await using var haproxy = await HaproxyFixture.StartAsync();
        haproxy.ReachThroughHosts(new BashHosts());
        await haproxy.Process.KillAsync();
        await Assert.ThrowsAsync<ProviderUnavailableException>(() => haproxy.Router.ShiftAsync(TrafficSplit.All(Color.Green), CancellationToken.None));
        await Assert.ThrowsAsync<ProviderUnavailableException>(() => haproxy.Metrics.ReadAsync(null, CancellationToken.None));
        Assert.Equal("green_pct 0\n", await File.ReadAllTextAsync(haproxy.Map));
    }

    [Fact]
    public async Task A_pair_is_written_and_read_back_and_its_counts_are_summed()
    {
        await using var one = await HaproxyFixture.StartAsync();
        var two = new BashHosts();
        one.Options = one.Options with { Balancers = [new PortBinding("bash", default), new PortBinding("bash", default)] };
        one.Context = one.Context with { Hosts = _ => two };
        var start = await one.Metrics.ReadAsync(null, CancellationToken.None);
        await one.Router.ShiftAsync(TrafficSplit.All(Color.Green), CancellationToken.None);
        await one.GetAsync();
        Assert.Equal(2, (await one.Metrics.ReadAsync(start.Cursor, CancellationToken.None)).Green.Requests);
        await Eventually.HoldsAsync(async () => (await one.Router.HealthAsync(Color.Green, CancellationToken.None)).Total == 2);
    }

    [Fact]
    public async Task A_binding_with_two_hosts_is_refused_with_the_way_out()
    {
        await using var haproxy = await HaproxyFixture.StartAsync();
        haproxy.ReachThroughHosts(new BashHosts { Total = 2 });
        var refused = await Assert.ThrowsAsync<ProviderRefusedException>(() => haproxy.Router.DescribeAsync(CancellationToken.None));
        Assert.Contains("its own entry", refused.Message, StringComparison.Ordinal);
    }
}
