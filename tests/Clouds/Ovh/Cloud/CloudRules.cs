using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Ovh.Answers;
using BlueGreenServerless.Clouds.Ovh.Schemas;

namespace BlueGreenServerless.Clouds.Ovh.Cloud;

/// <summary>What objects of load balancers must be like beside their types, as Octavia has it.</summary>
internal sealed class CloudRules(IReadOnlyDictionary<string, JsonObject> objects)
{
    /// <exception cref="OvhException">It does not go with what there is.</exception>
    public void RequireFit(string collection, JsonObject body)
    {
        var kind = CloudBalancerDouble.Kind(collection);
        (CreationSchemas.Of(kind) ?? throw OvhException.NotFound(collection)).Check(body);
        var fault = kind switch
        {
            "loadbalancer" => Network(body["network"]!["private"]!),
            "listener" => Missing("loadbalancer", body["loadbalancerId"]) ?? Missing("pool", body["defaultPoolId"])
                ?? Taken("listener", each => (string?)each["loadbalancerId"] == (string?)body["loadbalancerId"] && (long?)each["port"] == (long?)body["port"]),
            "pool" => body["loadbalancerId"] is null && body["listenerId"] is null ? "[loadbalancerId] Missing parameter" : Missing("loadbalancer", body["loadbalancerId"]),
            "pool/member" => Missing("pool", collection.Split('/')[1])
                ?? Taken(collection, each => (string?)each["address"] == (string?)body["address"] && (long?)each["protocolPort"] == (long?)body["protocolPort"]),
            "healthMonitor" => Missing("pool", body["poolId"]) ?? ((long?)body["timeout"] >= (long?)body["delay"] ? "[timeout] must be less than [delay]" : null)
                ?? Taken("healthMonitor", each => (string?)each["poolId"] == (string?)body["poolId"]),
            "l7Policy" => Missing("listener", body["listenerId"]) ?? Missing("pool", body["redirectPoolId"]),
            _ => Missing("l7Policy", collection.Split('/')[1]),
        };
        if (fault is not null)
        {
            throw OvhException.Bad(fault);
        }
    }

    /// <exception cref="OvhException">Something uses it.</exception>
    public void RequireUnused(string path)
    {
        var (kind, id) = (CloudBalancerDouble.Kind(path), path.Split('/')[^1]);
        var user = kind switch
        {
            "loadbalancer" => objects.FirstOrDefault(each => (string?)each.Value["loadbalancerId"] == id).Key,
            "pool" => objects.FirstOrDefault(each => (string?)each.Value["defaultPoolId"] == id || (string?)each.Value["redirectPoolId"] == id).Key,
            _ => null,
        };
        if (user is not null)
        {
            throw OvhException.Conflict($"{path} is in use by {user} and cannot be deleted");
        }
    }

    private static string? Network(JsonNode network) =>
        (network["floatingIp"] ?? network["floatingIpCreate"]) is not null && (network["gateway"] ?? network["gatewayCreate"]) is null ? "[network.private.gateway] A floating IP needs a gateway" : null;

    private string? Missing(string kind, JsonNode? id) => id is null || objects.ContainsKey($"{kind}/{id}") ? null : $"{kind} {id} does not exist";

    private string? Taken(string collection, Func<JsonObject, bool> same) =>
        objects.FirstOrDefault(each => each.Key.StartsWith(collection + "/", StringComparison.Ordinal) && same(each.Value)).Key is { } other ? $"There is {other} already" : null;
}
