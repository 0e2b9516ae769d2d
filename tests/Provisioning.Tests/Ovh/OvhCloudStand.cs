using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Ovh;
using BlueGreenServerless.Clouds.Ovh.Cloud;

namespace BlueGreenServerless.Provisioning.Tests.Ovh;

/// <summary>A project with a load balancer of somebody else, in which there is a listener.</summary>
internal sealed class OvhCloudStand : OvhAccount
{
    private const string Subnet = "55555555-0000-4000-8000-000000000001";

    private OvhCloudStand(OvhDouble cloud)
        : base(cloud)
    {
        var pool = Balancer.Add("pool", new JsonObject { ["algorithm"] = "roundRobin", ["protocol"] = "http", ["name"] = "of somebody else" });
        Stranger = Balancer.Add("listener", new JsonObject { ["loadbalancerId"] = Balancer.Id, ["name"] = "of somebody else", ["port"] = 9000, ["protocol"] = "http", ["defaultPoolId"] = pool });
    }

    public CloudBalancerDouble Balancer => Cloud.Balancer;

    /// <summary>Somebody else's listener.</summary>
    public string Stranger { get; }

    /// <summary>One instance of each colour before a new load balancer, and a listener on another port that shows the idle colour.</summary>
    public static Task<OvhCloudStand> StartAsync() => StartAsync(AtOnce, "listeners: [{ port: 80, memberPort: 8080, previewPort: 8888 }]");

    /// <summary>Before the load balancer that there is, with a canary pool, a policy for a header, and a tcp listener beside the http one.</summary>
    public static async Task<OvhCloudStand> WholeAsync()
    {
        var stand = await StartAsync(Quick with { UpdateTakes = TimeSpan.FromMilliseconds(10) }, """
            listeners:
                  - { port: 80, memberPort: 8080, canary: true, previewHeader: "X-Preview: green", probe: /healthcheck }
                  - { protocol: tcp, port: 443, memberPort: 8443, previewPort: 8444 }
                host: shop.example.com
            """);
        stand.OnTheOther();
        return stand;
    }

    /// <summary>Before the load balancer of somebody else, instead of a new one.</summary>
    public void OnTheOther() => Change(NewBalancer(Cloud), $"loadBalancer: {Balancer.Id}");

    public JsonObject Find(string kind, string name) => Balancer.All.Where(path => path.Split('/') is { Length: 2 } parts && parts[0] == kind).Select(Balancer.Read).Single(each => (string?)each["name"] == name);

    /// <summary>As a release does it.</summary>
    public void Shift(string pool) => Balancer.Change($"listener/{Find("listener", "bluegreen shop http-80")["id"]}", new JsonObject
    {
        ["name"] = "bluegreen shop http-80", ["defaultPoolId"] = (string?)Find("pool", pool)["id"],
    });

    /// <summary>Takes users off: a listener cannot be switched off, so an administrator deletes it.</summary>
    public void Shut() => Balancer.Remove($"listener/{Find("listener", "bluegreen shop http-80")["id"]}");

    protected override IEnumerable<string> ObjectsThere()
    {
        var all = Balancer.All;
        var names = all.ToDictionary(path => path.Split('/')[^1], path => $"{(string?)Balancer.Read(path)["name"]}", StringComparer.Ordinal);
        return all.Select(path => $"{string.Join('/', path.Split('/').Select(part => names.GetValueOrDefault(part, part)))} {Words(Balancer.Read(path), names, "id", "vipAddress")}");
    }

    private static string NewBalancer(OvhDouble cloud) => $"newLoadBalancer: {{ network: {cloud.Catalogue.PrivateNetwork}, subnet: {Subnet} }}";

    private static async Task<OvhCloudStand> StartAsync(OvhDoubleOptions options, string listeners)
    {
        var stand = new OvhCloudStand(await OvhDouble.StartAsync(options));
        await System.IO.File.WriteAllTextAsync(stand.File, $$"""
            environments:
              - provider: ovh-cloud
                name: shop
                {{NewBalancer(stand.Cloud)}}
                {{listeners}}
            {{stand.Machines}}

            """);
        stand.Change("image: Debian 12", $"networks: [{stand.Cloud.Catalogue.PrivateNetwork}], image: Debian 12");
        return stand;
    }
}
