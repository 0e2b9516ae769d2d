using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Ovh.Answers;

namespace BlueGreenServerless.Clouds.Ovh.Balancing;

/// <summary>/ipLoadbalancing over the wire: lists are ids only, writes answer nothing.</summary>
internal sealed class BalancingApi(ConcurrentDictionary<string, IpLoadBalancer> services)
{
    /// <summary>The name of a call as in IAM policies, for example <c>http/frontend/edit</c>.</summary>
    public static string OperationOf(OvhCall call)
    {
        var kind = IpLoadBalancer.Kind(string.Join('/', call.Parts.Skip(2)));
        if (kind.Length == 0)
        {
            return "get";
        }

        var isOne = long.TryParse(call.Parts[^1], out _);
        return (call.Method, kind) switch
        {
            ("POST", "refresh") => "refresh",
            ("PUT", _) => $"{kind}/edit",
            ("POST", _) => $"{kind}/create",
            ("DELETE", _) => $"{kind}/delete",
            _ => $"{kind}{(isOne ? "/get" : "/list")}",
        };
    }

    public async Task<JsonNode?> AnswerAsync(OvhCall call)
    {
        var service = services.GetValueOrDefault(call.Parts.ElementAtOrDefault(1) ?? "") ?? throw OvhException.NotFound("ipLoadbalancing");
        var path = string.Join('/', call.Parts.Skip(2));
        return (call.Method, path) switch
        {
            ("GET", "") => service.Show(),
            ("GET", "pendingChanges") => Pending(service),
            ("POST", "refresh") => Refresh(service, call.Body()),
            ("GET", "task") => new JsonArray([.. service.TasksOf(call.Request.Parameter("status")).Select(task => (JsonNode)task.Id)]),
            ("GET", _) when path.StartsWith("task/", StringComparison.Ordinal) => Show(service, path["task/".Length..]),
            ("GET", _) => await ReadAsync(service, path),
            ("PUT", _) => Change(service, path, call.Body()),
            ("POST", _) => await service.ShowAsync($"{path}/{service.Create(path, call.Body())}"),
            ("DELETE", _) => Remove(service, path),
            _ => throw new OvhException(404, "Client::NotFound", "Got an invalid (or empty) URL"),
        };
    }

    private static JsonArray Pending(IpLoadBalancer service) =>
        [.. service.Pending.Where(each => each.Value > 0).Select(each => (JsonNode)new JsonObject { ["zone"] = each.Key, ["number"] = each.Value })];

    private static JsonObject Refresh(IpLoadBalancer service, JsonObject body) =>
        body.FirstOrDefault(each => each.Key != "zone").Key is { } unknown ? throw OvhException.Bad($"[{unknown}] Unknown parameter") : service.Refresh((string?)body["zone"]).Show();

    private static JsonObject Show(IpLoadBalancer service, string id) =>
        service.TasksOf(null).FirstOrDefault(task => $"{task.Id}" == id)?.Show() ?? throw OvhException.NotFound("task");

    private static async Task<JsonNode> ReadAsync(IpLoadBalancer service, string path)
    {
        if (long.TryParse(path.Split('/')[^1], out _))
        {
            return await service.ShowAsync(path);
        }

        return Schemas.BalancingSchemas.Of(IpLoadBalancer.Kind(path)) is null ? throw OvhException.NotFound(path)
            : new JsonArray([.. service.Ids(path).Select(id => (JsonNode)id)]);
    }

    private static JsonNode? Remove(IpLoadBalancer service, string path)
    {
        service.Remove(path);
        return null;
    }

    private static JsonNode? Change(IpLoadBalancer service, string path, JsonObject body)
    {
        service.Change(path, body);
        return null;
    }
}
