using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Ovh.Answers;
using BlueGreenServerless.Clouds.Ovh.Schemas;

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
    private readonly Queue<string> ends = new();
    private int made;

    /// <summary>Adds one and returns its id.</summary>
    public string Add(string name, string status = "ACTIVE", string region = "GRA11")
    {
        lock (gate)
        {
            var id = $"00000000-0000-4000-9000-{++made:x12}";
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

    /// <summary>The next one that is made ends like this instead of <c>ACTIVE</c>.</summary>
    public void EndNext(string status) => ends.Enqueue(status);

    /// <summary>What was asked for when they were made, by name, with what became of them since.</summary>
    public IReadOnlyList<JsonObject> All
    {
        get
        {
            lock (gate)
            {
                return [.. instances.Values.Select(instance => instance.DeepClone().AsObject())];
            }
        }
    }

    internal JsonObject Create(JsonObject body, ProjectCatalogue catalogue)
    {
        CreationSchemas.Instance.Check(body);
        var region = (string)body["region"]!;
        foreach (var (kind, field) in new[] { ("flavor", "flavorId"), ("image", "imageId"), ("sshkey", "sshKeyId") })
        {
            if (body[field] is { } given && !catalogue.Has(kind, (string?)given, region))
            {
                throw OvhException.NotFound($"{kind} {given}");
            }
        }

        lock (gate)
        {
            var instance = instances[Add((string)body["name"]!, "BUILD", region)];
            foreach (var field in new[] { "flavorId", "imageId", "sshKeyId", "userData", "networks" })
            {
                instance[field] = body[field]?.DeepClone();
            }

            running.Add(BuiltAsync(instance, Addresses(body["networks"] as JsonArray, catalogue, made), ends.TryDequeue(out var end) ? end : "ACTIVE"));
            return Shown(instance);
        }
    }

    internal JsonNode? Delete(string id)
    {
        lock (gate)
        {
            var instance = instances.GetValueOrDefault(id) ?? throw OvhException.NotFound("instance");
            instance["status"] = "DELETING";
            running.Add(GoneAsync(id));
            return null;
        }
    }

    internal JsonArray List(string? region)
    {
        lock (gate)
        {
            return [.. instances.Values.Where(instance => region is null || (string?)instance["region"] == region).Select(Shown)];
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

    /// <summary>As the API shows it: user data and networks are not told.</summary>
    private static JsonObject Shown(JsonObject instance)
    {
        var shown = instance.DeepClone().AsObject();
        shown.Remove("userData");
        shown.Remove("networks");
        return shown;
    }

    /// <summary>One of each network; without networks a public one. Each has an IPv6 address beside it.</summary>
    private static JsonArray Addresses(JsonArray? networks, ProjectCatalogue catalogue, int number) =>
    [
        .. (networks ?? [new JsonObject { ["networkId"] = "public" }]).SelectMany(network => (string?)network!["networkId"] == catalogue.PrivateNetwork
            ? new[] { Address("private", 4, $"10.0.0.{number}") } : [Address("public", 6, $"2001:db8::{number:x}"), Address("public", 4, $"203.0.113.{number}")]),
    ];

    private static JsonObject Address(string type, int version, string ip) =>
        new JsonObject { ["ip"] = ip, ["type"] = type, ["version"] = version, ["networkId"] = type, ["gatewayIp"] = null };

    private async Task BuiltAsync(JsonObject instance, JsonArray addresses, string status)
    {
        await Task.Delay(options.UpdateTakes, options.Clock, CancellationToken.None);
        lock (gate)
        {
            if ((string?)instance["status"] == "BUILD")
            {
                (instance["status"], instance["ipAddresses"]) = (status, status == "ACTIVE" ? addresses : new JsonArray());
            }
        }
    }

    private async Task GoneAsync(string id)
    {
        await Task.Delay(options.UpdateTakes, options.Clock, CancellationToken.None);
        lock (gate)
        {
            instances.Remove(id);
        }
    }

    private async Task EndAsync(JsonObject instance, string status)
    {
        await Task.Delay(options.UpdateTakes, options.Clock, CancellationToken.None);
        lock (gate)
        {
            instance["status"] = status;
        }
    }
}
