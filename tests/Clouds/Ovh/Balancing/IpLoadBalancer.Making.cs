using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Ovh.Answers;

namespace BlueGreenServerless.Clouds.Ovh.Balancing;

/// <summary>What is made and deleted.</summary>
public sealed partial class IpLoadBalancer
{
    public string Address => "192.0.2.10";

    /// <summary>Paths of all that is staged.</summary>
    public IReadOnlyList<string> Paths
    {
        get
        {
            lock (gate)
            {
                return [.. staged.Keys];
            }
        }
    }

    /// <summary>Publishes everything by a task, as somebody else would by hand, when that takes no time.</summary>
    public JsonObject RefreshByHand() => Refresh(null).Show();

    /// <summary>Stages the end of an object, as somebody else would by hand.</summary>
    public void Remove(string path)
    {
        lock (gate)
        {
            var whole = staged.TryGetValue(path, out var there) ? there : throw OvhException.NotFound(path);
            new StagedRules(staged).RequireUnused(path);
            staged.Remove(path);
            Wrote(whole);
        }
    }

    /// <summary>Stages an object over the API, which looks closer.</summary>
    internal long Create(string collection, JsonObject body)
    {
        lock (gate)
        {
            new StagedRules(staged).RequireFit(collection, body);
            return Add(collection, body);
        }
    }

    /// <summary>The service itself.</summary>
    internal JsonObject Show() => new()
    {
        ["serviceName"] = Name, ["ipLoadbalancing"] = Address, ["ipv4"] = Address, ["ipv6"] = null, ["offer"] = "lb2", ["state"] = "ok", ["displayName"] = Name,
        ["zone"] = new JsonArray([.. Zones.Select(zone => (JsonNode)zone)]), ["sslConfiguration"] = null, ["vrackEligibility"] = false, ["vrackName"] = null,
    };
}
