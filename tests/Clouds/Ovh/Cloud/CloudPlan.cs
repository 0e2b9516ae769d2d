using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Ovh.Traffic;

namespace BlueGreenServerless.Clouds.Ovh.Cloud;

/// <summary>Reads the objects of a Public Cloud Load Balancer as traffic.</summary>
internal sealed class CloudPlan(IReadOnlyDictionary<string, JsonObject> objects, IReadOnlyDictionary<string, int> ports)
{
    /// <summary>HAProxy's name of a member, by its path.</summary>
    public static string ServerName(string path) => $"pool-{path.Split('/')[1]}/m{path.Split('/')[3]}";

    public TrafficPlan Write() => new([.. Of("listener").Select(Front)], [.. Of("pool").Select(Pool)]);

    private IEnumerable<(string Id, JsonObject Whole)> Of(string collection) =>
        objects.Where(each => each.Key.Split('/') is { Length: 2 } parts && parts[0] == collection).Select(each => ((string)each.Value["id"]!, each.Value));

    private TrafficFront Front((string Id, JsonObject Whole) listener)
    {
        var routes = Of("l7Policy").Where(policy => (string?)policy.Whole["listenerId"] == listener.Id && (string?)policy.Whole["action"] == "redirectToPool")
            .OrderBy(policy => (int?)policy.Whole["position"] ?? 0).Select(Route).OfType<TrafficRoute>();
        var pool = (string?)listener.Whole["defaultPoolId"] is { } id ? $"pool-{id}" : null;
        return new TrafficFront($"listener-{listener.Id}", ports[listener.Id], (string?)listener.Whole["protocol"] == "tcp", pool, [.. routes]);
    }

    private TrafficRoute? Route((string Id, JsonObject Whole) policy)
    {
        var rules = objects.Where(each => each.Key.StartsWith($"l7Policy/{policy.Id}/l7Rule/", StringComparison.Ordinal)).Select(each => Condition(each.Value)).ToList();
        return rules.Count == 0 ? null : new TrafficRoute($"policy-{policy.Id}", string.Join(' ', rules), $"pool-{(string?)policy.Whole["redirectPoolId"]}");
    }

    private static string Condition(JsonObject rule)
    {
        var fetch = (string?)rule["ruleType"] switch
        {
            "hostName" => "req.hdr(host),field(1,:)", "header" => $"req.hdr({rule["key"]})", "cookie" => $"req.cook({rule["key"]})", "path" => "path", _ => "always_false",
        };
        var match = (string?)rule["compareType"] switch { "startsWith" => "beg", "endsWith" => "end", "contains" => "sub", "regex" => "reg", _ => "str" };
        return $"{((bool?)rule["invert"] == true ? "!" : "")}{{ {fetch} -m {match} {rule["value"]} }}";
    }

    private TrafficPool Pool((string Id, JsonObject Whole) pool)
    {
        var monitor = Of("healthMonitor").Select(each => each.Whole).FirstOrDefault(each => (string?)each["poolId"] == pool.Id);
        var members = objects.Where(each => each.Key.StartsWith($"pool/{pool.Id}/member/", StringComparison.Ordinal));
        return new TrafficPool(
            $"pool-{pool.Id}", (string?)pool.Whole["protocol"] == "tcp", (string?)monitor?["monitorType"] == "http" ? (string?)monitor["httpConfiguration"]?["urlPath"] ?? "/" : null,
            [.. members.Select(each => new TrafficServer(
                $"m{(string)each.Value["id"]!}", (string)each.Value["address"]!, (int)each.Value["protocolPort"]!, (int?)each.Value["weight"] ?? 1, Enabled: true, Probed: monitor is not null))]);
    }
}
