using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.DigitalOcean;
using BlueGreenServerless.Clouds.Ovh;

namespace BlueGreenServerless.Cdk.Tests.Recorded;

/// <summary>A load balancer of every kind, all of its traffic on blue, and what the user's file says of it.</summary>
internal sealed class OtherSites
{
    /// <summary>What the script that asks HAProxy for the split prints: file and process have nothing on green.</summary>
    public const string SplitOfBalancer = "ok\n0\n\nid=1 (split.map) type=map found=yes key=\"green_pct\" value=\"0\"\nend\n";

    public const string Service = "lb";

    private const string Address = "previewAddress: \"http://127.0.0.1:9\"";

    private readonly OvhDouble ovh;
    private readonly Dictionary<string, string> routers = new(StringComparer.Ordinal);

    public OtherSites(OvhDouble ovh, DigitalOceanDouble ocean)
    {
        this.ovh = ovh;
        routers["ovh"] = IpLoadBalancing();
        routers["ovh-cloud"] = CloudBalancer();
        ocean.Droplets.Add("blue-1", "env:blue");
        ocean.Droplets.Add("green-1", "env:green");
        ocean.Balancers.Add(new JsonObject { ["name"] = "web", ["tag"] = "env:blue", ["forwarding_rules"] = new JsonArray(new JsonObject { ["entry_protocol"] = "http", ["entry_port"] = 80, ["target_protocol"] = "http", ["target_port"] = 8080 }) });
        routers["digitalocean"] = "loadBalancer: web, blue: env:blue, green: env:green";
        routers["digitalocean-droplets"] = "blue: env:blue, green: env:green, port: 8080, "
            + $"balancer: {{ provider: haproxy, binds: [\"*:80\"], {Address}, balancers: [ {{ provider: ssm, hosts: \"tag:Role=balancer\" }} ] }}";
    }

    public string Router(string provider) => routers[provider];

    public string Fleet(string provider) => provider == "ovh-cloud" ? $"project: {ovh.Project}, blue: shop-blue-, green: shop-green-" : "blue: env:blue, green: env:green";

    private string IpLoadBalancing()
    {
        var service = ovh.AddService(Service);
        var farms = new[] { "blue", "green" }.Select(name => service.Add("http/farm", new JsonObject { ["zone"] = "all", ["displayName"] = name })).ToList();
        var fronts = farms.Select((farm, index) => service.Add("http/frontend", new JsonObject { ["port"] = $"{80 + index}", ["zone"] = "all", ["defaultFarmId"] = farm })).ToList();
        return $"service: {Service}, frontends: [ {{ frontend: {fronts[0]}, blue: {farms[0]}, green: {farms[1]}, preview: {fronts[1]} }} ], swap: true, address: \"http://127.0.0.1:9\", {Address}";
    }

    private string CloudBalancer()
    {
        var balancer = ovh.Balancer;
        var pools = new[] { "blue", "green" }.Select(name => balancer.Add("pool", new JsonObject { ["algorithm"] = "roundRobin", ["protocol"] = "http", ["name"] = name })).ToList();
        var listener = balancer.Add("listener", new JsonObject { ["loadbalancerId"] = balancer.Id, ["name"] = "web", ["port"] = 80, ["protocol"] = "http", ["defaultPoolId"] = pools[0] });
        var policy = balancer.Add("l7Policy", new JsonObject { ["listenerId"] = listener, ["name"] = "preview", ["action"] = "redirectToPool", ["redirectPoolId"] = pools[1] });
        return $"project: {ovh.Project}, region: {ovh.Region}, loadBalancer: {balancer.Id}, {Address}, "
            + $"listeners: [ {{ listener: {listener}, blue: {pools[0]}, green: {pools[1]}, previewPolicy: {policy} }} ]";
    }
}
