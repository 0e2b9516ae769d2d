using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Ovh.Answers;

namespace BlueGreenServerless.Clouds.Ovh.Cloud;

/// <summary>/cloud/project over the wire: lists are whole objects.</summary>
internal sealed class CloudApi(string project, string region, CloudBalancerDouble balancer, Instances instances, ProjectCatalogue catalogue)
{
    private const int Below = 6;

    /// <summary>The name of a call, for example <c>listener/edit</c> or <c>instance/start</c>.</summary>
    public static string OperationOf(OvhCall call)
    {
        if (call.Parts.ElementAtOrDefault(3) == "instance")
        {
            return call.Parts.Count > 5 ? $"instance/{call.Parts[5]}" : call.Method switch { "POST" => "instance/create", "DELETE" => "instance/delete", _ => "instance/list" };
        }

        if (call.Parts.Count == 4)
        {
            return $"{call.Parts[3]}/list";
        }

        var path = string.Join('/', call.Parts.Skip(Below));
        var kind = CloudBalancerDouble.Kind(path);
        return call.Method switch { "PUT" => $"{kind}/edit", "POST" => $"{kind}/create", "DELETE" => $"{kind}/delete", _ => $"{kind}{(path.Contains('-', StringComparison.Ordinal) ? "/get" : "/list")}" };
    }

    public async Task<JsonNode?> AnswerAsync(OvhCall call)
    {
        if (call.Parts.ElementAtOrDefault(2) != project)
        {
            throw OvhException.NotFound("project");
        }

        if (call.Parts.ElementAtOrDefault(3) == "instance")
        {
            return Instance(call);
        }

        if (call.Parts.Count == 4 && call.Method == "GET")
        {
            return catalogue.List(call.Parts[3], call.Request.Parameter("region"));
        }

        if (call.Parts.ElementAtOrDefault(4) != region || call.Parts.ElementAtOrDefault(5) != "loadbalancing")
        {
            throw OvhException.NotFound("region");
        }

        var path = string.Join('/', call.Parts.Skip(Below));
        return call.Method switch
        {
            "GET" when path == "flavor" => catalogue.BalancerFlavors(),
            "GET" when IsOne(path) => await balancer.ShowAsync(path),
            "GET" => await ListAsync(path, call),
            "PUT" => await ChangeAsync(path, call.Body()),
            "POST" when path == "loadbalancer" => Operation(balancer.Create(path, call.Body())),
            "POST" when CloudBalancerDouble.Kind(path) == "pool/member" => await MembersAsync(path, call.Body()),
            "POST" => await balancer.ShowAsync(balancer.Create(path, call.Body())),
            "DELETE" => Remove(path),
            _ => throw new OvhException(404, "Client::NotFound", "Got an invalid (or empty) URL"),
        };
    }

    private static bool IsOne(string path) => path.Split('/')[^1].Contains('-', StringComparison.Ordinal);

    private static JsonObject Operation(string path) => new()
    {
        ["id"] = $"op-{path.Split('/')[1]}", ["action"] = "loadbalancer#create", ["status"] = "created", ["progress"] = 0, ["createdAt"] = "2026-01-01T00:00:00Z", ["resourceId"] = null,
    };

    private JsonNode? Instance(OvhCall call) => (call.Method, call.Parts.Count) switch
    {
        ("POST", 4) => instances.Create(call.Body(), catalogue),
        ("POST", 6) => instances.Do(call.Parts[4], call.Parts[5]),
        ("DELETE", 5) => instances.Delete(call.Parts[4]),
        ("GET", 4) => instances.List(call.Request.Parameter("region")),
        _ => throw new OvhException(404, "Client::NotFound", "Got an invalid (or empty) URL"),
    };

    private async Task<JsonArray> ListAsync(string path, OvhCall call)
    {
        var filter = new[] { "loadbalancerId", "poolId", "listenerId" }.FirstOrDefault(name => call.Request.Parameter(name) is not null);
        var list = new JsonArray();
        foreach (var one in filter is null ? balancer.Paths(path) : balancer.PathsOf(path, filter, call.Request.Parameter(filter)!))
        {
            list.Add((JsonNode)await balancer.ShowAsync(one));
        }

        return list;
    }

    private async Task<JsonArray> MembersAsync(string path, JsonObject body)
    {
        var made = new JsonArray();
        foreach (var member in (body["members"] as JsonArray ?? throw OvhException.Bad("[members] Missing parameter")).OfType<JsonObject>())
        {
            made.Add((JsonNode)await balancer.ShowAsync(balancer.Create(path, member)));
        }

        return made;
    }

    private JsonNode? Remove(string path)
    {
        balancer.Remove(path);
        return null;
    }

    private async Task<JsonNode?> ChangeAsync(string path, JsonObject body)
    {
        balancer.Change(path, body);
        return await balancer.ShowAsync(path);
    }
}
