using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Ovh.Answers;

namespace BlueGreenServerless.Clouds.Ovh.Cloud;

/// <summary>/cloud/project over the wire: lists are whole objects.</summary>
internal sealed class CloudApi(string project, string region, CloudBalancerDouble balancer, Instances instances)
{
    private const int Below = 6;

    /// <summary>The name of a call, for example <c>listener/edit</c> or <c>instance/start</c>.</summary>
    public static string OperationOf(OvhCall call)
    {
        if (call.Parts.ElementAtOrDefault(3) == "instance")
        {
            return call.Parts.Count > 5 ? $"instance/{call.Parts[5]}" : "instance/list";
        }

        var path = string.Join('/', call.Parts.Skip(Below));
        var kind = CloudBalancerDouble.Kind(path);
        return call.Method switch { "PUT" => $"{kind}/edit", "POST" => $"{kind}/create", _ => $"{kind}{(path.Contains('-', StringComparison.Ordinal) ? "/get" : "/list")}" };
    }

    public async Task<JsonNode?> AnswerAsync(OvhCall call)
    {
        if (call.Parts.ElementAtOrDefault(2) != project)
        {
            throw OvhException.NotFound("project");
        }

        if (call.Parts.ElementAtOrDefault(3) == "instance")
        {
            return call.Method == "POST" && call.Parts.Count == 6 ? instances.Do(call.Parts[4], call.Parts[5]) : instances.List(call.Request.Parameter("region"));
        }

        if (call.Parts.ElementAtOrDefault(4) != region || call.Parts.ElementAtOrDefault(5) != "loadbalancing")
        {
            throw OvhException.NotFound("region");
        }

        var path = string.Join('/', call.Parts.Skip(Below));
        return call.Method switch
        {
            "GET" when IsOne(path) => await balancer.ShowAsync(path),
            "GET" => await ListAsync(path, call.Request.Parameter("poolId")),
            "PUT" => await ChangeAsync(path, call.Body()),
            _ => throw new OvhException(404, "Client::NotFound", "Got an invalid (or empty) URL"),
        };
    }

    private static bool IsOne(string path) => path.Split('/')[^1].Contains('-', StringComparison.Ordinal);

    private async Task<JsonArray> ListAsync(string path, string? pool)
    {
        var list = new JsonArray();
        foreach (var one in balancer.Paths(path))
        {
            var whole = await balancer.ShowAsync(one);
            if (pool is null || (string?)whole["poolId"] == pool)
            {
                list.Add((JsonNode)whole);
            }
        }

        return list;
    }

    private async Task<JsonNode?> ChangeAsync(string path, JsonObject body)
    {
        balancer.Change(path, body);
        return await balancer.ShowAsync(path);
    }
}
