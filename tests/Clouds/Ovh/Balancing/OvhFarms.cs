using System.Text.Json.Nodes;

namespace BlueGreenServerless.Clouds.Ovh.Balancing;

/// <summary>Makes what somebody has made at OVH before the first release.</summary>
public static class OvhFarms
{
    public static long AddFarm(this IpLoadBalancer service, string name, IEnumerable<int> ports)
    {
        var probe = new JsonObject { ["type"] = "http", ["method"] = "GET", ["url"] = "/health", ["match"] = "status", ["pattern"] = "200", ["interval"] = 30 };
        var farm = service.Add("http/farm", new JsonObject { ["zone"] = "all", ["displayName"] = name, ["balance"] = "roundrobin", ["probe"] = probe });
        foreach (var port in ports)
        {
            service.Add($"http/farm/{farm}/server", new JsonObject { ["address"] = "127.0.0.1", ["port"] = port, ["status"] = "active", ["probe"] = true });
        }

        return farm;
    }

    public static long AddFrontend(this IpLoadBalancer service, string name, string port, long farm) => service.Add("http/frontend", new JsonObject
    {
        ["port"] = port, ["zone"] = "all", ["defaultFarmId"] = farm, ["displayName"] = name,
    });

    /// <summary>The farm of a front-end as it is live.</summary>
    public static long? FarmOf(this IpLoadBalancer service, long frontend) => (long?)service.Live($"http/frontend/{frontend}")!["defaultFarmId"];
}
