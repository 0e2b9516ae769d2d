using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Ovh.Answers;

namespace BlueGreenServerless.Clouds.Ovh.Cloud;

/// <summary>Instances of a project. What they are asked to do takes as long as a change of a load balancer.</summary>
public sealed class Instances(OvhDoubleOptions options)
{
    private static readonly Dictionary<string, (string From, string While, string To)> Verbs = new(StringComparer.Ordinal)
    {
        ["start"] = ("SHUTOFF", "BUILDING", "ACTIVE"), ["stop"] = ("ACTIVE", "STOPPED", "SHUTOFF"),
        ["shelve"] = ("ACTIVE", "SHELVING", "SHELVED_OFFLOADED"), ["unshelve"] = ("SHELVED_OFFLOADED", "UNSHELVING", "ACTIVE"),
    };

    private readonly Lock gate = new();
    private readonly Dictionary<string, JsonObject> instances = new(StringComparer.Ordinal);
    private readonly List<Task> running = [];

    /// <summary>Adds one and returns its id.</summary>
    public string Add(string name, string status = "ACTIVE", string region = "GRA11")
    {
        lock (gate)
        {
            var id = $"00000000-0000-4000-9000-{instances.Count + 1:x12}";
            instances[id] = new JsonObject { ["id"] = id, ["name"] = name, ["status"] = status, ["region"] = region, ["ipAddresses"] = new JsonArray() };
            return id;
        }
    }

    public string StatusOf(string id)
    {
        lock (gate)
        {
            return (string)instances[id]["status"]!;
        }
    }

    internal JsonArray List(string? region)
    {
        lock (gate)
        {
            return [.. instances.Values.Where(instance => region is null || (string?)instance["region"] == region).Select(instance => instance.DeepClone())];
        }
    }

    internal JsonNode? Do(string id, string verb)
    {
        lock (gate)
        {
            var instance = instances.GetValueOrDefault(id) ?? throw OvhException.NotFound("instance");
            var (from, during, to) = Verbs.TryGetValue(verb, out var known) ? known : throw OvhException.NotFound(verb);
            if ((string?)instance["status"] != from)
            {
                throw OvhException.Conflict($"Cannot '{verb}' instance {id} while it is in vm_state {instance["status"]}");
            }

            instance["status"] = during;
            running.Add(EndAsync(instance, to));
            return null;
        }
    }

    internal Task EndedAsync() => Task.WhenAll(running);

    private async Task EndAsync(JsonObject instance, string status)
    {
        await Task.Delay(options.UpdateTakes, options.Clock, CancellationToken.None);
        lock (gate)
        {
            instance["status"] = status;
        }
    }
}
