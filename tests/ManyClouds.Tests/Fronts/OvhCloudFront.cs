using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Ovh;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.ManyClouds.Tests.Fronts;

/// <summary>A listener of a Public Cloud Load Balancer, and another one that shows the idle colour.</summary>
internal sealed class OvhCloudFront : Front
{
    private readonly OvhDouble ovh;
    private readonly string blue;
    private readonly string green;
    private readonly string users;
    private readonly string preview;
    private bool isGreenLost;

    public OvhCloudFront(OvhDouble ovh, string name)
        : base(name)
    {
        this.ovh = ovh;
        (blue, green) = (AddPool(), AddPool());
        (users, preview) = (AddListener(80), AddListener(8888));
    }

    public override Uri Users => new($"http://127.0.0.1:{ovh.Balancer.PortOf(users)}");

    public override Task<string> ReadAsync() => Task.FromResult(ovh.Balancer.Read($"listener/{users}").ToJsonString());

    public override Task<Color?> LiveAsync() => Task.FromResult(Live());

    public override void LoseGreen() => isGreenLost = true;

    /// <summary>Whether a member is up, when it is one of this listener's.</summary>
    public bool IsUp(string path) => !isGreenLost || !path.StartsWith($"pool/{green}/", StringComparison.Ordinal);

    public void Changed(string path)
    {
        if (path == $"listener/{users}")
        {
            Moved?.Invoke(this, Live());
        }
    }

    public override PortBinding Router() => Binding("ovh-cloud", new
    {
        project = ovh.Project, region = ovh.Region, loadBalancer = ovh.Balancer.Id, endpoint = ovh.Endpoint, credentials = GivenKeys.Of(ovh),
        listeners = new[] { new { listener = users, blue, green, preview } }, previewAddress = $"http://127.0.0.1:{ovh.Balancer.PortOf(preview)}",
    });

    private Color? Live()
    {
        var pool = (string?)ovh.Balancer.Read($"listener/{users}")["defaultPoolId"];
        return pool == blue ? Color.Blue : pool == green ? Color.Green : null;
    }

    private string AddPool()
    {
        var pool = ovh.Balancer.Add("pool", new JsonObject { ["algorithm"] = "roundRobin", ["protocol"] = "http", ["name"] = Name });
        ovh.Balancer.Add($"pool/{pool}/member", new JsonObject { ["address"] = "127.0.0.1", ["protocolPort"] = 80, ["name"] = Name, ["weight"] = 1 });
        ovh.Balancer.Add("healthMonitor", new JsonObject
        {
            ["poolId"] = pool, ["name"] = "health", ["monitorType"] = "http", ["delay"] = 5, ["timeout"] = 4, ["maxRetries"] = 3,
            ["httpConfiguration"] = new JsonObject { ["httpMethod"] = "GET", ["urlPath"] = "/health", ["expectedCodes"] = "200" },
        });
        return pool;
    }

    private string AddListener(int port) => ovh.Balancer.Add("listener", new JsonObject
    {
        ["loadbalancerId"] = ovh.Balancer.Id, ["name"] = $"{Name} {port}", ["port"] = port, ["protocol"] = "http", ["defaultPoolId"] = blue,
    });
}
