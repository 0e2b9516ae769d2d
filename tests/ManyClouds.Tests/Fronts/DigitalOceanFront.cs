using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.DigitalOcean;
using BlueGreenServerless.Clouds.DigitalOcean.Droplets;
using BlueGreenServerless.Clouds.DigitalOcean.LoadBalancers;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Testing.Net;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.ManyClouds.Tests.Fronts;

/// <summary>A managed load balancer with the droplets of one colour behind it, by tag.</summary>
internal sealed class DigitalOceanFront : Front
{
    private readonly DigitalOceanDouble cloud;
    private readonly BalancerDouble balancer;
    private readonly DropletDouble greenDroplet;
    private readonly int usersPort = FreePort.Next();

    /// <param name="port">Of the droplets.</param>
    public DigitalOceanFront(DigitalOceanDouble cloud, string name, int port)
        : base(name)
    {
        this.cloud = cloud;
        cloud.Droplets.Add($"{name}-blue-1", Tag(Color.Blue));
        greenDroplet = cloud.Droplets.Add($"{name}-green-1", Tag(Color.Green));
        balancer = cloud.Balancers.Add(new JsonObject
        {
            ["name"] = name, ["region"] = "nyc3", ["tag"] = Tag(Color.Blue), ["redirect_http_to_https"] = false,
            ["forwarding_rules"] = new JsonArray(new JsonObject { ["entry_protocol"] = "http", ["entry_port"] = usersPort, ["target_protocol"] = "http", ["target_port"] = port }),
            ["health_check"] = new JsonObject { ["protocol"] = "http", ["port"] = port, ["path"] = "/health" },
        });
    }

    public BalancerDouble Balancer => balancer;

    public override Uri Users => new($"http://{balancer.Ip}:{usersPort}");

    public override Task<string> ReadAsync() => Task.FromResult($"{balancer.Tag} {string.Join(',', balancer.Ids)} {balancer.Settings.ToJsonString()}");

    public override Task<Color?> LiveAsync() => Task.FromResult(Live());

    /// <summary>Nobody listens there.</summary>
    public override void LoseGreen() => greenDroplet.Public = "127.0.9.9";

    public void Changed(BalancerDouble changed)
    {
        if (changed == balancer)
        {
            Moved?.Invoke(this, Live());
        }
    }

    public override PortBinding Router() => Binding("digitalocean", new
    {
        loadBalancer = balancer.Id, blue = Tag(Color.Blue), green = Tag(Color.Green), api = cloud.Url.AbsoluteUri.TrimEnd('/'),
        token = GivenKeys.Of(cloud),
    });

    private Color? Live() => balancer.Ids.Count > 0 ? null : balancer.Tag == Tag(Color.Blue) ? Color.Blue : balancer.Tag == Tag(Color.Green) ? Color.Green : null;

    private string Tag(Color color) => $"{Name}:{color.Lower()}";
}
