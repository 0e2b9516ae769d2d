using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Ovh;
using BlueGreenServerless.Clouds.Ovh.Cloud;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Ovh.Cloud;
using BlueGreenServerless.Testing.HAProxy;

namespace BlueGreenServerless.Providers.Tests.Ovh;

/// <summary>A Public Cloud Load Balancer with a pool for each colour and one for both, one real site behind each, all traffic on blue.</summary>
internal sealed class BalancedPools : IAsyncDisposable
{
    private BalancedPools(OvhWorld world)
    {
        World = world;
        (Blue, Green, Canary) = (AddPool(BlueSite.Port), AddPool(GreenSite.Port), AddPool(BlueSite.Port, GreenSite.Port));
        (Production, Test) = (AddListener(80, Blue), AddListener(8888, Blue));
        Policy = Balancer.Add("l7Policy", new JsonObject { ["action"] = "redirectToPool", ["listenerId"] = Production, ["position"] = 1, ["redirectPoolId"] = Blue, ["name"] = "preview" });
        Balancer.Add($"l7Policy/{Policy}/l7Rule", new JsonObject { ["ruleType"] = "header", ["compareType"] = "equalTo", ["key"] = "X-Preview", ["value"] = "yes" });
    }

    public OvhWorld World { get; }

    public CloudBalancerDouble Balancer => World.Cloud.Balancer;

    public TinySite BlueSite { get; } = new("blue");

    public TinySite GreenSite { get; } = new("green");

    public string Blue { get; }

    public string Green { get; }

    public string Canary { get; }

    public string Production { get; }

    public string Test { get; }

    public string Policy { get; }

    public OvhListener Listener => new() { Listener = Production, Blue = Blue, Green = Green };

    public OvhCloudOptions Options => new()
    {
        Project = World.Cloud.Project, Region = World.Cloud.Region, LoadBalancer = Balancer.Id, Listeners = [Listener], BusyTimeout = TimeSpan.FromSeconds(60),
    };

    public OvhCloudOptions WithPolicy => Options with { Listeners = [Listener with { PreviewPolicy = Policy }], PreviewAddress = $"http://127.0.0.1:{Balancer.PortOf(Production)}" };

    public OvhCloudOptions WithCanary => Options with { Listeners = [Listener with { Canary = Canary }] };

    public int Writes => new[] { "listener/edit", "pool/member/edit", "l7Policy/edit" }.Sum(Calls);

    public static async Task<BalancedPools> StartAsync(OvhDoubleOptions? options = null, bool withTraffic = false)
    {
        var pools = new BalancedPools(await OvhWorld.StartAsync(options, withTraffic));
        await pools.Balancer.ApplyAsync();
        return pools;
    }

    public ITrafficRouter Router(OvhCloudOptions? options = null)
    {
        var chosen = (options ?? Options).Checked();
        return new CloudRouter(chosen, new CloudBalancer(World.ServiceAccount(new HurriedTime()), chosen));
    }

    public int Calls(string operation) => World.Cloud.Calls.GetValueOrDefault($"cloud:{operation}");

    public string? PoolOf(string listener) => (string?)Balancer.Read($"listener/{listener}")["defaultPoolId"];

    /// <summary>By the weights of the canary pool's members.</summary>
    public int GreenPercentOfCanary()
    {
        var members = Balancer.All.Where(path => path.StartsWith($"pool/{Canary}/member/", StringComparison.Ordinal)).Select(Balancer.Read).ToList();
        return (int)Math.Round(100.0 * members.Where(member => (int)member["protocolPort"]! == GreenSite.Port).Sum(member => (int)member["weight"]!) / members.Sum(member => (int)member["weight"]!));
    }

    public string AddPool(params int[] ports)
    {
        var pool = Balancer.Add("pool", new JsonObject { ["algorithm"] = "roundRobin", ["protocol"] = "http", ["name"] = $"pool of {string.Join('+', ports)}" });
        foreach (var port in ports)
        {
            Balancer.Add($"pool/{pool}/member", new JsonObject { ["address"] = "127.0.0.1", ["protocolPort"] = port, ["name"] = $"m{port}", ["weight"] = 1 });
        }

        Balancer.Add("healthMonitor", new JsonObject
        {
            ["poolId"] = pool, ["name"] = "health", ["monitorType"] = "http", ["delay"] = 5, ["timeout"] = 4, ["maxRetries"] = 3,
            ["httpConfiguration"] = new JsonObject { ["httpMethod"] = "GET", ["urlPath"] = "/health", ["expectedCodes"] = "200" },
        });
        return pool;
    }

    public string AddListener(int port, string pool) => Balancer.Add("listener", new JsonObject
    {
        ["loadbalancerId"] = Balancer.Id, ["name"] = $"port {port}", ["port"] = port, ["protocol"] = "http", ["defaultPoolId"] = pool, ["description"] = "of the shop",
        ["allowedCidrs"] = new JsonArray("0.0.0.0/0"),
    });

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        await BlueSite.DisposeAsync();
        await GreenSite.DisposeAsync();
    }
}
