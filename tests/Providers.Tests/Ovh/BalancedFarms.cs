using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Ovh;
using BlueGreenServerless.Clouds.Ovh.Balancing;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Local;
using BlueGreenServerless.Providers.Ovh.Balancing;
using BlueGreenServerless.Testing.HAProxy;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.Providers.Tests.Ovh;

/// <summary>An IP Load Balancing service as in OVH's guide: two farms with a real site each, production on one front-end and preview on another.</summary>
internal sealed class BalancedFarms : IAsyncDisposable
{
    private readonly TemporaryDirectory folder = new();

    private BalancedFarms(OvhWorld world)
    {
        World = world;
        Service = world.Cloud.AddService("loadbalancer-abcdef0123456789");
        (Blue, Green, Canary) = (AddFarm("HTTP farm A", BlueSite.Port), AddFarm("HTTP farm B", GreenSite.Port), AddFarm("both", BlueSite.Port, GreenSite.Port));
        (Production, Test) = (AddFrontend("80", Blue), AddFrontend("8888", Blue));
    }

    public OvhWorld World { get; }

    public IpLoadBalancer Service { get; }

    public TinySite BlueSite { get; } = new("blue");

    public TinySite GreenSite { get; } = new("green");

    public long Blue { get; }

    public long Green { get; }

    public long Canary { get; }

    public long Production { get; }

    public long Test { get; }

    public OvhFrontend Frontend => new() { Frontend = Production, Blue = Blue, Green = Green };

    public OvhOptions Options => new() { Service = Service.Name, Frontends = [Frontend], Endpoint = World.Cloud.Endpoint };

    public OvhOptions WithPreview => Options with { Frontends = [Frontend with { Preview = Test }], PreviewAddress = $"http://127.0.0.1:{Service.PortOf($"http/frontend/{Test}")}" };

    public OvhOptions Swapping => WithPreview with { Swap = true, Address = $"http://127.0.0.1:{Service.PortOf($"http/frontend/{Production}")}" };

    /// <summary>Calls that changed something so far.</summary>
    public int Writes => World.Calls("http/frontend/edit") + World.Calls("http/farm/server/edit") + World.Calls("http/route/edit") + World.Calls("tcp/frontend/edit");

    /// <summary>The farm of the production front-end as it is live.</summary>
    public long? Live => (long?)Service.Live($"http/frontend/{Production}")!["defaultFarmId"];

    /// <summary>The farm of the preview front-end as it is live.</summary>
    public long? Shown => (long?)Service.Live($"http/frontend/{Test}")!["defaultFarmId"];

    public static async Task<BalancedFarms> StartAsync(OvhDoubleOptions? options = null, bool withTraffic = false)
    {
        var farms = new BalancedFarms(await OvhWorld.StartAsync(options, withTraffic));
        await farms.Service.PublishAsync();
        return farms;
    }

    /// <summary>A router of a process of its own: it remembers nothing of others, but may find their file.</summary>
    /// <param name="patience">How long changes of others are waited for; null: hardly.</param>
    /// <param name="publish">How long a step waits; null: longer than a test.</param>
    public ITrafficRouter Router(OvhOptions? options = null, bool withFile = false, TimeSpan? patience = null, TimeSpan? publish = null) =>
        new OvhRouter((options ?? Options).Checked(), Process(Ledger(withFile, []), patience ?? TimeSpan.FromMilliseconds(100), publish));

    /// <summary>A router of one call of a function: beside it, others work on other targets of the service, and see the same notes.</summary>
    public ITrafficRouter Function(OvhOptions options) => new OvhRouter(options.Checked(), Process(Ledger(withFile: true, options.Frontends), TimeSpan.FromMilliseconds(100)));

    public IDiagnosed Doctor(OvhOptions options) => (IDiagnosed)Router(options);

    /// <summary>Routers of one process.</summary>
    public IReadOnlyList<ITrafficRouter> Routers(params OvhOptions[] options)
    {
        var process = Process(Ledger(withFile: false, []), TimeSpan.FromMilliseconds(100));
        return [.. options.Select(each => new OvhRouter(each.Checked(), process))];
    }

    public long AddFarm(string name, params int[] ports) => AddFarm(name, "http", ports);

    public long AddFarm(string name, string protocol, int[] ports)
    {
        var probe = new JsonObject { ["type"] = protocol, ["method"] = "GET", ["url"] = "/health", ["match"] = "status", ["pattern"] = "200", ["interval"] = 30 };
        var farm = Service.Add($"{protocol}/farm", new JsonObject { ["zone"] = "all", ["displayName"] = name, ["balance"] = "roundrobin", ["probe"] = probe });
        foreach (var port in ports)
        {
            Service.Add($"{protocol}/farm/{farm}/server", new JsonObject { ["address"] = "127.0.0.1", ["port"] = port, ["status"] = "active", ["probe"] = true });
        }

        return farm;
    }

    public long AddFrontend(string port, long farm, string protocol = "http") => Service.Add($"{protocol}/frontend", new JsonObject
    {
        ["port"] = port, ["zone"] = "all", ["defaultFarmId"] = farm, ["displayName"] = $"port {port}", ["allowedSource"] = new JsonArray("0.0.0.0/0"), ["ssl"] = false,
    });

    /// <summary>A route to a farm for requests with a header.</summary>
    public long AddRoute(long farm, params (string Field, string Sub, string Match, string? Pattern)[] rules)
    {
        var route = Service.Add("http/route", new JsonObject
        {
            ["frontendId"] = Production, ["weight"] = 7, ["displayName"] = "preview", ["action"] = new JsonObject { ["type"] = "farm", ["target"] = $"{farm}" },
        });
        foreach (var (field, sub, match, pattern) in rules)
        {
            Service.Add($"http/route/{route}/rule", new JsonObject { ["field"] = field, ["subField"] = sub, ["match"] = match, ["pattern"] = pattern });
        }

        return route;
    }

    private Ledger Ledger(bool withFile, IEnumerable<OvhFrontend> frontends) =>
        new(withFile ? new FileNotes(folder.Path) : new PassingNotes(), Providers.Ovh.Balancing.Ledger.NameOf(Service.Name, frontends));

    private BalancerService Process(Ledger ledger, TimeSpan patience, TimeSpan? publish = null) => new(
        new BalancerApi(World.Client(new HurriedTime()), Service.Name), ledger,
        new BalancerPace(publish ?? TimeSpan.FromSeconds(60), patience, TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(100)));

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        await BlueSite.DisposeAsync();
        await GreenSite.DisposeAsync();
        folder.Dispose();
    }
}
