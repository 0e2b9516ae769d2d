using System.Net;
using BlueGreenServerless.Clouds.Ovh;
using BlueGreenServerless.Load;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Sites;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Tests.Ovh;

/// <summary>What users see, with a real HAProxy behind the load balancer.</summary>
public sealed class OvhTrafficTests
{
    private static readonly OvhDoubleOptions Slow = new() { RefreshTakes = TimeSpan.FromMilliseconds(300), UpdateTakes = TimeSpan.FromMilliseconds(200) };

    [Fact]
    public async Task Production_and_preview_swap_in_one_step_and_lose_no_request()
    {
        await using var farms = await BalancedFarms.StartAsync(Slow, withTraffic: true);
        var (users, testers) = (farms.Service.PortOf($"http/frontend/{farms.Production}"), farms.Service.PortOf($"http/frontend/{farms.Test}"));
        var router = farms.Router(farms.Swapping);
        await HealthyAsync(router);
        await router.AttachAsync(Color.Green, default);
        Assert.Equal(("blue", "green"), (await AskAsync(users), await AskAsync(testers)));

        await using var load = Load(users);
        await router.ShiftAsync(TrafficSplit.All(Color.Green), default);
        Assert.Equal(("green", "blue"), (await AskAsync(users), await AskAsync(testers)));
        await router.ShiftAsync(TrafficSplit.All(Color.Blue), default);

        await AssertNothingLostAsync(load);
    }

    [Fact]
    public async Task Nothing_moves_before_the_refresh_is_done_and_health_is_that_of_the_probes()
    {
        await using var farms = await BalancedFarms.StartAsync(Slow, withTraffic: true);
        var users = farms.Service.PortOf($"http/frontend/{farms.Production}");
        var router = farms.Router();
        await HealthyAsync(router);
        farms.Service.Set($"http/frontend/{farms.Production}", "defaultFarmId", farms.Green);
        Assert.Equal("blue", await AskAsync(users));

        farms.GreenSite.HealthStatus = 503;
        await Eventually.HoldsAsync(async () => !(await router.HealthAsync(Color.Green, default)).AllHealthy);
        Assert.Contains("L7STS 503", Assert.Single((await router.HealthAsync(Color.Green, default)).Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_canary_farm_gives_each_colour_its_share_and_a_route_shows_the_idle_one()
    {
        await using var farms = await BalancedFarms.StartAsync(withTraffic: true);
        var route = farms.AddRoute(farms.Blue, ("header", "X-Preview", "is", "yes"));
        await farms.Service.PublishAsync();
        var users = farms.Service.PortOf($"http/frontend/{farms.Production}");
        var router = farms.Router(farms.Options with { Frontends = [farms.Frontend with { Canary = farms.Canary, PreviewRoute = route }] });
        await HealthyAsync(router);
        await router.AttachAsync(Color.Green, default);
        Assert.Equal(("blue", "green"), (await AskAsync(users), await AskAsync(users, "yes")));

        await router.ShiftAsync(TrafficSplit.Toward(Color.Green, 25), default);
        var before = farms.GreenSite.Served;
        for (var n = 0; n < 200; n++)
        {
            await AskAsync(users);
        }

        Assert.InRange(farms.GreenSite.Served - before, 45, 55);
    }

    [Fact]
    public async Task A_public_cloud_load_balancer_switches_its_pool_and_loses_no_request()
    {
        await using var pools = await BalancedPools.StartAsync(Slow, withTraffic: true);
        var users = pools.Balancer.PortOf(pools.Production);
        var router = pools.Router(pools.WithPolicy);
        await router.AttachAsync(Color.Green, default);
        await HealthyAsync(router);
        Assert.Equal(("blue", "green"), (await AskAsync(users), await AskAsync(users, "yes")));

        await using var load = Load(users);
        await router.ShiftAsync(TrafficSplit.All(Color.Green), default);
        Assert.Equal("green", await AskAsync(users));
        await router.ShiftAsync(TrafficSplit.All(Color.Blue), default);

        await AssertNothingLostAsync(load);
    }

    private static Task HealthyAsync(ITrafficRouter router) =>
        Eventually.HoldsAsync(async () => (await router.HealthAsync(Color.Blue, default)).AllHealthy && (await router.HealthAsync(Color.Green, default)).AllHealthy);

    private static LoadGenerator Load(int port) => LoadGenerator.Start(
        new LoadPlan { Address = new IPEndPoint(IPAddress.Loopback, port), KeepAliveWorkers = 3, NewConnectionWorkers = 3, RequestsPerSecond = 100 }, TimeProvider.System);

    private static async Task AssertNothingLostAsync(LoadGenerator load)
    {
        var report = await load.StopAsync();
        Assert.Equal((0L, 0L), (report.Lost, report.Answers.Sum(answers => answers.Errors)));
        Assert.True(report.Requests > 10, $"only {report.Requests} requests");
    }

    private static async Task<string> AskAsync(int port, string? preview = null)
    {
        using var client = Answering.Client(port);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.ConnectionClose = true;
        if (preview is not null)
        {
            request.Headers.Add("X-Preview", preview);
        }

        using var answer = await client.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }
}
