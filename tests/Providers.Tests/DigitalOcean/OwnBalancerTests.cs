using System.Net;
using System.Text.Json;
using BlueGreenServerless.Clouds.Aws.Faults;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Load;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Tests.HAProxy;
using BlueGreenServerless.Testing.HAProxy;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Tests.DigitalOcean;

public sealed class OwnBalancerTests : IAsyncLifetime
{
    private OwnBalancerStand stand = null!;

    public async ValueTask InitializeAsync() => stand = await OwnBalancerStand.StartAsync();

    [Fact]
    public async Task Its_servers_are_the_droplets_that_have_the_tags_now()
    {
        stand.World.AddSite("shop-blue-2", DigitalOceanWorld.Blue, isPrivate: true);
        stand.World.Cloud.Droplets.Add("elsewhere", "production");
        var worker = await stand.WorkerAsync();

        await stand.Router.AttachAsync(Color.Green, default);
        await stand.Router.AttachAsync(Color.Green, default);

        Assert.Equal(["shop-blue-1", "shop-blue-2", "shop-green-1"], await stand.ServersAsync());
        Assert.Equal(
            Diagnosis.Fine("the tags 'env:blue' and 'env:green' are on 2 and 1 droplets, the load balancer runs on 1"), (await ((IDiagnosed)stand.Router).DiagnoseAsync(default))[0]);
        Assert.NotEqual(worker, await stand.WorkerAsync());
        await Testing.Hosts.Eventually.HoldsAsync(async () => await stand.Router.HealthAsync(Color.Blue, default) is { AllHealthy: true, Total: 2 });
    }

    [Fact]
    public async Task Traffic_moves_by_percent_without_a_reload_and_users_notice_nothing()
    {
        await stand.Router.AttachAsync(Color.Green, default);
        await Testing.Hosts.Eventually.HoldsAsync(async () => (await stand.Router.HealthAsync(Color.Green, default)).AllHealthy);
        var (worker, snapshot) = (await stand.WorkerAsync(), (await stand.Router.DescribeAsync(default)).Snapshot);
        var start = await stand.Metrics.ReadAsync(null, default);
        await using var load = LoadGenerator.Start(
            new LoadPlan { Address = new IPEndPoint(IPAddress.Parse(stand.Balancer.Public!), stand.UserPort), KeepAliveWorkers = 2, NewConnectionWorkers = 2, RequestsPerSecond = 60 }, TimeProvider.System);

        Assert.Equal(30, (await stand.Router.ShiftAsync(TrafficSplit.Toward(Color.Green, 30), default)).Split.Green);
        Assert.Equal(100, (await stand.Router.ShiftAsync(TrafficSplit.All(Color.Green), default)).Split.Green);
        await Testing.Hosts.Eventually.HoldsAsync(() => stand.GreenSite.Served > 0);
        Assert.Equal(0, (await stand.Router.RestoreAsync(snapshot, default)).Split.Green);
        var report = await load.StopAsync();

        Assert.True(report.Lost == 0, report.ToString());
        Assert.Equal(worker, await stand.WorkerAsync());
        Assert.True((await stand.Metrics.ReadAsync(start.Cursor, default)).Green.Requests > 0);
    }

    [Fact]
    public async Task The_green_host_header_reaches_green_whatever_the_traffic_is()
    {
        await stand.Router.AttachAsync(Color.Green, default);
        var preview = stand.Router.Preview(Color.Green)!;
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, preview.Base) { Headers = { Host = preview.Headers["Host"] } };

        Assert.True(stand.Router.Abilities is { Weights: true, Preview: true });
        Assert.Equal((new Uri($"http://{stand.Balancer.Public}:{stand.UserPort}"), "green.shop.example.com"), (preview.Base, preview.Headers["Host"]));
        Assert.Equal("shop-green-1", await (await http.SendAsync(request)).Content.ReadAsStringAsync());
        Assert.Equal("shop-blue-1", await http.GetStringAsync(preview.Base));
    }

    [Fact]
    public async Task While_the_api_is_down_the_traffic_can_be_moved_back()
    {
        var router = stand.Router;
        var snapshot = (await router.DescribeAsync(default)).Snapshot;
        await router.ShiftAsync(TrafficSplit.All(Color.Green), default);
        stand.World.Cloud.Faults.Chance = (_, _) => new Fault("*", "*", FaultKind.Error) { Status = 503 };

        Assert.Equal(100, (await router.DescribeUrgentlyAsync(default)).Split.Green);
        Assert.Equal(0, (await router.RestoreAsync(snapshot, default)).Split.Green);

        await Assert.ThrowsAsync<ProviderUnavailableException>(() => router.AttachAsync(Color.Green, default));
        Assert.Equal("shop-blue-1", await stand.GetAsync());
    }

    [Fact]
    public async Task A_colour_without_droplets_is_no_obstacle_until_it_is_attached()
    {
        stand.World.Cloud.Droplets.Untag(stand.World.Cloud.Droplets.WithTag(DigitalOceanWorld.Green)[0], DigitalOceanWorld.Green);
        Assert.Equal(TrafficSplit.All(Color.Blue), (await stand.Router.DescribeAsync(default)).Split);
        Assert.Contains(await ((IDiagnosed)stand.Router).DiagnoseAsync(default), found => found is { Level: DiagnosisLevel.Blocking } && found.Text.Contains("'env:green'", StringComparison.Ordinal));

        var refused = await Assert.ThrowsAsync<ProviderRefusedException>(() => stand.Router.AttachAsync(Color.Green, default));

        Assert.Contains("'env:green' is on '0' droplets with a private IPv4 address", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_droplet_of_both_colours_is_refused_before_anything_is_installed()
    {
        stand.World.Cloud.Droplets.Add("both", DigitalOceanWorld.Blue, DigitalOceanWorld.Green);

        Assert.Contains("has both tags", (await Assert.ThrowsAsync<InvalidRequestException>(() => stand.Router.AttachAsync(Color.Green, default))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_load_balancer_runs_may_be_said_by_itself()
    {
        var hosts = new BashHosts();

        await stand.ReachedBy(hosts).ShiftAsync(TrafficSplit.All(Color.Green), default);

        Assert.Equal("shop-green-1", await stand.GetAsync());
        Assert.Equal((1, 0), (hosts.Started.Count, stand.World.Calls("droplets:list")));
    }

    [Fact]
    public async Task Setting_up_writes_the_files_on_the_load_balancers_droplet()
    {
        var file = Path.Combine(stand.World.Folder, "haproxy.cfg");
        File.Delete(file);

        Assert.Contains("on '1' other machines", await stand.Router.SetUpAsync(default), StringComparison.Ordinal);

        Assert.Contains("server shop-green-1 127.0.110.3:", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_load_balancer_that_is_off_is_named()
    {
        stand.Balancer.Status = "off";

        var refused = await Assert.ThrowsAsync<ProviderRefusedException>(() => stand.Router.DescribeAsync(default));

        Assert.Contains("'role:loadbalancer' is on '1' droplets, of which '0' are active", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_load_balancer_that_is_off_keeps_no_other_from_going_back()
    {
        var router = stand.Router;
        var snapshot = (await router.DescribeAsync(default)).Snapshot;
        await router.ShiftAsync(TrafficSplit.All(Color.Green), default);
        stand.World.Cloud.Droplets.Add("lb-2", "role:loadbalancer").Status = "off";
        await Assert.ThrowsAsync<ProviderRefusedException>(() => router.DescribeAsync(default));

        await Assert.ThrowsAsync<ProviderUnavailableException>(() => router.RestoreAsync(snapshot, default));

        Assert.Equal("shop-blue-1", await stand.GetAsync());
    }

    [Theory]
    [InlineData(""", "balancer": { "provider": "haproxy", "options": { "binds": ["*:80"], "blue": ["10.0.0.1:80"] } }""", "'balancer' has 'blue' of its own")]
    [InlineData(""", "balancer": { "provider": "haproxy", "options": { "binds": ["nonsense"] } }""", "'binds' is 'nonsense'")]
    [InlineData(""", "balancer": { "provider": "haproxy", "options": { "binds": ["*:80"] } }, "balancers": "role:lb" """, "'balancers' and 'through' belong together")]
    [InlineData(""", "balancer": { "provider": "haproxy", "options": { "binds": ["*:80"] } }, "green": "ENV:Blue" """, "they must differ")]
    public void Options_that_cannot_work_are_refused_before_anything_is_asked(string more, string expected)
    {
        var options = JsonDocument.Parse($$"""{ "blue": "env:blue", "green": "env:green", "port": 8080 {{more}} }""", new JsonDocumentOptions { AllowTrailingCommas = true }).RootElement;

        var refused = Assert.ThrowsAny<ReleaseException>(() => OwnBalancerStand.Make(options));

        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => stand.DisposeAsync();
}
