using System.Globalization;
using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Ovh.Answers;

namespace BlueGreenServerless.Clouds.Ovh.Balancing;

/// <summary>What objects of a service must be like beside their types. Where OVH does not say, the double is strict.</summary>
internal sealed class StagedRules(IReadOnlyDictionary<string, JsonObject> staged)
{
    private const int ShortestInterval = 30;

    private static readonly string[] ProbeFields = ["forceSsl", "interval", "match", "method", "negate", "pattern", "port", "type", "url"];

    /// <summary>A farm that a front-end or a route uses, or that has servers, a front-end that has routes: none of them goes.</summary>
    /// <exception cref="OvhException">It is in use.</exception>
    public void RequireUnused(string path)
    {
        var (protocol, id) = (path.Split('/')[0], path.Split('/')[^1]);
        var user = IpLoadBalancer.Kind(path).Split('/')[^1] switch
        {
            "farm" => staged.FirstOrDefault(each => each.Key.StartsWith(protocol + "/", StringComparison.Ordinal)
                && ($"{each.Value["defaultFarmId"]}" == id || (string?)each.Value["action"]?["target"] == id || each.Key.StartsWith($"{path}/server/", StringComparison.Ordinal))).Key,
            "frontend" => staged.FirstOrDefault(each => $"{each.Value["frontendId"]}" == id && IpLoadBalancer.Kind(each.Key) == $"{protocol}/route").Key,
            _ => null,
        };
        if (user is not null)
        {
            throw OvhException.Bad($"'{path}' is used by '{user}'");
        }
    }

    /// <exception cref="OvhException">It does not go with what there is.</exception>
    public void RequireFit(string collection, JsonObject body)
    {
        switch (IpLoadBalancer.Kind(collection).Split('/')[^1])
        {
            case "farm" when body["probe"] is JsonObject probe:
                RequireProbe(probe);
                break;
            case "frontend":
                RequirePort(body);
                RequireThere($"{collection.Split('/')[0]}/farm/{body["defaultFarmId"]}", body["defaultFarmId"]);
                break;
            case "route":
                RequireThere($"{collection.Split('/')[0]}/frontend/{body["frontendId"]}", body["frontendId"]);
                break;
            case "server":
                RequireServer(collection, body);
                break;
            case "rule":
                RequireThere(collection[..collection.LastIndexOf('/')], body);
                break;
        }
    }

    private static void RequireProbe(JsonObject probe)
    {
        if (probe.FirstOrDefault(each => !ProbeFields.Contains(each.Key, StringComparer.Ordinal)).Key is { } unknown)
        {
            throw OvhException.Bad($"[probe.{unknown}] Unknown parameter");
        }

        if ((long?)probe["interval"] < ShortestInterval || (probe["match"] is null && probe["negate"] is not null) || ((string?)probe["type"] != "http" && probe["url"] is not null))
        {
            throw OvhException.Bad("[probe] Given data is not valid");
        }
    }

    private void RequirePort(JsonObject body)
    {
        if (staged.FirstOrDefault(each => IpLoadBalancer.Kind(each.Key) is "http/frontend" or "tcp/frontend" && (string?)each.Value["port"] == (string?)body["port"]
            && ((string?)each.Value["zone"] == "all" || (string?)body["zone"] == "all" || (string?)each.Value["zone"] == (string?)body["zone"])).Key is { } taken)
        {
            throw OvhException.Bad($"[port] The port '{body["port"]}' is used by '{taken}'");
        }
    }

    private void RequireServer(string collection, JsonObject body)
    {
        RequireThere(collection[..collection.LastIndexOf('/')], body);
        var (address, port) = ((string?)body["address"], (long?)body["port"]);
        if (staged.Any(each => each.Key.StartsWith(collection + "/", StringComparison.Ordinal) && (string?)each.Value["address"] == address && (long?)each.Value["port"] == port))
        {
            throw OvhException.Bad(string.Create(CultureInfo.InvariantCulture, $"A server '{address}:{port}' is in the farm already"));
        }
    }

    private void RequireThere(string path, JsonNode? given)
    {
        if (given is not null && !staged.ContainsKey(path))
        {
            throw OvhException.NotFound(path);
        }
    }
}
