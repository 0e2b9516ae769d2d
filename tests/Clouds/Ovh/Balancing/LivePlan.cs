using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Ovh.Traffic;

namespace BlueGreenServerless.Clouds.Ovh.Balancing;

/// <summary>Reads the live objects of a service as traffic.</summary>
internal sealed class LivePlan(IReadOnlyDictionary<string, JsonObject> live, IReadOnlyDictionary<string, int> ports)
{
    /// <summary>HAProxy's name of a server, by its path.</summary>
    public static string ServerName(string path) => $"{PoolName(path.Split('/')[0], path.Split('/')[2])}/s{path.Split('/')[4]}";

    public TrafficPlan Write() => new([.. Of("frontend").Select(Front)], [.. Of("farm").Select(Pool)]);

    private static string PoolName(string protocol, string farm) => $"{protocol}-farm-{farm}";

    private IEnumerable<string> Of(string kind) =>
        live.Keys.Where(path => path.Split('/') is { Length: 3 } parts && parts[1] == kind).OrderBy(path => path, StringComparer.Ordinal);

    private TrafficFront Front(string path)
    {
        var (front, protocol) = (live[path], path.Split('/')[0]);
        var routes = Of("route").Where(route => (long?)live[route]["frontendId"] == (long?)front["frontendId"])
            .OrderBy(route => (long?)live[route]["weight"] ?? 0).Select(route => Route(route, protocol)).OfType<TrafficRoute>();
        var pool = (long?)front["defaultFarmId"] is { } farm && (bool?)front["disabled"] != true ? PoolName(protocol, $"{farm}") : null;
        return new TrafficFront(path.Replace('/', '-'), ports[path], protocol == "tcp", pool, [.. routes]);
    }

    private TrafficRoute? Route(string path, string protocol)
    {
        var rules = live.Where(each => each.Key.StartsWith(path + "/rule/", StringComparison.Ordinal)).Select(each => RouteCondition.Of(each.Value)).ToList();
        return rules.Count == 0 || (string?)live[path]["action"]!["type"] != "farm" ? null
            : new TrafficRoute(path.Replace('/', '-'), string.Join(' ', rules), PoolName(protocol, (string)live[path]["action"]!["target"]!));
    }

    private TrafficPool Pool(string path)
    {
        var (farm, protocol) = (live[path], path.Split('/')[0]);
        var servers = live.Where(each => each.Key.StartsWith(path + "/server/", StringComparison.Ordinal)).OrderBy(each => each.Key, StringComparer.Ordinal);
        return new TrafficPool(
            PoolName(protocol, path.Split('/')[2]), protocol == "tcp", (string?)farm["probe"]?["type"] == "http" ? (string?)farm["probe"]!["url"] ?? "/" : null,
            [.. servers.Select(each => Server(each.Key, farm, each.Value))]);
    }

    private static TrafficServer Server(string path, JsonObject farm, JsonObject server) => new(
        $"s{path.Split('/')[4]}", (string)server["address"]!, (int?)server["port"] ?? (int?)farm["port"] ?? 80, (int?)server["weight"] ?? 1,
        (string?)server["status"] == "active", (bool?)server["probe"] == true && farm["probe"] is not null);
}
