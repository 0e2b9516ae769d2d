using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Ovh;
using BlueGreenServerless.Clouds.Ovh.Balancing;

namespace BlueGreenServerless.Provisioning.Tests.Ovh;

/// <summary>An IP Load Balancing service in which somebody has a farm and a front-end already.</summary>
internal sealed class OvhServiceStand : OvhAccount
{
    private OvhServiceStand(OvhDouble cloud)
        : base(cloud)
    {
        Service = cloud.AddService("loadbalancer-abcdef0123456789");
        var farm = Service.Add("http/farm", new JsonObject { ["zone"] = "all", ["displayName"] = "of somebody else" });
        Service.Add($"http/farm/{farm}/server", new JsonObject { ["address"] = "198.51.100.7", ["status"] = "active" });
        Stranger = Service.Add("http/frontend", new JsonObject { ["port"] = "8080-8090,9000", ["zone"] = "all", ["defaultFarmId"] = farm, ["displayName"] = "of somebody else" });
    }

    public IpLoadBalancer Service { get; }

    /// <summary>Somebody else's front-end.</summary>
    public long Stranger { get; }

    /// <summary>What is staged and not live.</summary>
    public int Pending => Service.Pending.Values.Sum();

    /// <summary>One instance of each colour, and a front-end on another port that shows the idle colour.</summary>
    public static Task<OvhServiceStand> StartAsync() => StartAsync(AtOnce, "frontends: [{ port: 80, serverPort: 8080, previewPort: 8888 }]");

    /// <summary>With a canary farm, a route for a header, and a tcp front-end beside the http one.</summary>
    public static Task<OvhServiceStand> WholeAsync() => StartAsync(Quick, """
        frontends:
              - { port: 80, serverPort: 8080, canary: true, previewHeader: "X-Preview: green", probe: /healthcheck, probeInterval: 60 }
              - { protocol: tcp, port: 443, serverPort: 8443, previewPort: 8443 }
            host: shop.example.com
        """);

    /// <summary>As in OVH's guide: dedicated servers, port 80 and 8888.</summary>
    public static async Task<OvhServiceStand> GuideAsync()
    {
        var stand = await StartAsync(Quick, "frontends: [{ port: 80, serverPort: 8080, previewPort: 8888 }]");
        var instances = System.IO.File.ReadAllLines(stand.File).Single(line => line.TrimStart().StartsWith("instances:", StringComparison.Ordinal)).Trim();
        stand.Change(instances, "addresses: { blue: [10.10.1.100], green: [10.10.2.100] }");
        return stand;
    }

    /// <summary>An object of the service by its display name.</summary>
    public (string Path, JsonObject Whole) Find(string kind, string name)
    {
        var path = Service.Paths.Single(path => IsOf(path, kind) && (string?)Service.Staged(path)["displayName"] == name);
        return (path, Service.Staged(path));
    }

    /// <summary>Publishes a change of the production front-end's farm, as a release does.</summary>
    /// <param name="tcp">Farm of the tcp front-end, where there is one.</param>
    public async Task ShiftAsync(string farm, string? tcp = null)
    {
        Service.Set(Find("http/frontend", "bluegreen shop http-80").Path, "defaultFarmId", (long)Find("http/farm", farm).Whole["farmId"]!);
        if (tcp is not null && There().Contains(tcp, StringComparison.Ordinal))
        {
            Service.Set(Find("tcp/frontend", "bluegreen shop tcp-443").Path, "defaultFarmId", (long)Find("tcp/farm", tcp).Whole["farmId"]!);
        }

        await Service.PublishAsync();
    }

    /// <summary>Switches the production front-ends off, as an administrator does before all of it is destroyed.</summary>
    public async Task TakeOffTheNetAsync()
    {
        foreach (var path in Service.Paths.Where(path => path.Contains("/frontend/", StringComparison.Ordinal) && ((string?)Service.Staged(path)["displayName"])!.Contains("bluegreen", StringComparison.Ordinal)))
        {
            Service.Set(path, "disabled", true);
        }

        await Service.PublishAsync();
    }

    protected override IEnumerable<string> ObjectsThere()
    {
        var paths = Service.Paths;
        var names = paths.ToDictionary(path => path.Split('/')[^1], path => $"{(string?)Service.Staged(path)["displayName"]}", StringComparer.Ordinal);
        return paths.Select(path =>
            $"{string.Join('/', path.Split('/').Select(part => names.GetValueOrDefault(part, part)))} {(JsonNode.DeepEquals(Service.Staged(path), Service.Live(path)) ? "live" : "staged")} " +
            Words(Service.Staged(path), names, "farmId", "frontendId", "serverId", "routeId", "ruleId").Replace("\u003C", "<", StringComparison.Ordinal)).Append($"pending {Pending}");
    }

    private static bool IsOf(string path, string kind) => string.Join('/', path.Split('/').Where(part => !long.TryParse(part, out _))) == kind;

    private static async Task<OvhServiceStand> StartAsync(OvhDoubleOptions options, string frontends)
    {
        var stand = new OvhServiceStand(await OvhDouble.StartAsync(options));
        await stand.Service.PublishAsync();
        await System.IO.File.WriteAllTextAsync(stand.File, $$"""
            environments:
              - provider: ovh
                name: shop
                service: {{stand.Service.Name}}
                {{frontends}}
            {{stand.Machines}}

            """);
        return stand;
    }
}
