using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Ovh;
using BlueGreenServerless.Clouds.Ovh.Balancing;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.ManyClouds.Tests.Fronts;

/// <summary>A front-end of an IP Load Balancing service, and another one that shows the idle colour. A service may have several.</summary>
internal sealed class OvhFront : Front
{
    private static readonly JsonObject Probe = new() { ["type"] = "http", ["method"] = "GET", ["url"] = "/health", ["match"] = "status", ["pattern"] = "200", ["interval"] = 30 };

    private readonly OvhDouble ovh;
    private readonly long blue;
    private readonly long green;
    private readonly long users;
    private readonly long preview;
    private bool isGreenLost;

    /// <param name="ports">Where blue and green listen; null when nothing does.</param>
    public OvhFront(OvhDouble ovh, IpLoadBalancer service, string name, (int Blue, int Green)? ports = null)
        : base(name)
    {
        (this.ovh, Service) = (ovh, service);
        (blue, green) = (AddFarm("blue", ports?.Blue ?? 80), AddFarm("green", ports?.Green ?? 80));
        (users, preview) = (AddFrontend("users"), AddFrontend("preview"));
    }

    public IpLoadBalancer Service { get; }

    public string Path => $"http/frontend/{users}";

    public string PreviewPath => $"http/frontend/{preview}";

    public override Uri Users => new($"http://127.0.0.1:{Service.PortOf(Path)}");

    public override Task<string> ReadAsync() => Task.FromResult($"live {Service.Live(Path)?.ToJsonString()}\nstaged {Service.Staged(Path).ToJsonString()}");

    public override Task<Color?> LiveAsync() => Task.FromResult(Live());

    public override void LoseGreen() => isGreenLost = true;

    /// <summary>Whether a server is up, when it is one of this front-end's.</summary>
    public bool IsUp(string path) => !isGreenLost || !path.StartsWith($"http/farm/{green}/", StringComparison.Ordinal);

    public void Changed(string path)
    {
        if (path == Path)
        {
            Moved?.Invoke(this, Live());
        }
    }

    public override PortBinding Router() => Binding("ovh", new
    {
        service = Service.Name, endpoint = ovh.Endpoint, credentials = GivenKeys.Of(ovh), frontends = new[] { new { frontend = users, blue, green, preview } },
        previewAddress = $"http://127.0.0.1:{Service.PortOf(PreviewPath)}",
    });

    private Color? Live()
    {
        var farm = (long?)Service.Live(Path)?["defaultFarmId"];
        return farm == blue ? Color.Blue : farm == green ? Color.Green : null;
    }

    private long AddFarm(string color, int port)
    {
        var farm = Service.Add("http/farm", new JsonObject { ["zone"] = "all", ["displayName"] = $"{Name} {color}", ["balance"] = "roundrobin", ["probe"] = Probe.DeepClone() });
        Service.Add($"http/farm/{farm}/server", new JsonObject { ["address"] = "127.0.0.1", ["port"] = port, ["status"] = "active", ["probe"] = true });
        return farm;
    }

    private long AddFrontend(string what) => Service.Add(
        "http/frontend", new JsonObject { ["port"] = "80", ["zone"] = "all", ["defaultFarmId"] = blue, ["displayName"] = $"{Name} {what}" });
}
