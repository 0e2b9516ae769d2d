using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Ovh.Answers;
using BlueGreenServerless.Clouds.Ovh.Schemas;
using BlueGreenServerless.Clouds.Ovh.Traffic;
using BlueGreenServerless.Testing.Net;

namespace BlueGreenServerless.Clouds.Ovh.Cloud;

/// <summary>
/// The load balancers of a project in a region. Objects are kept by path, for example <c>pool/{id}/member/{id}</c>. A change goes live by
/// itself, and until it has the load balancer takes no other.
/// </summary>
public sealed class CloudBalancerDouble : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly OvhDoubleOptions options;
    private readonly SortedDictionary<string, JsonObject> objects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> ports = new(StringComparer.Ordinal);
    private readonly List<Task> running = [];
    private readonly HaproxyBehind? haproxy;
    private int last;
    private int changing;

    internal CloudBalancerDouble(OvhDoubleOptions options, bool withTraffic)
    {
        this.options = options;
        haproxy = withTraffic ? new HaproxyBehind() : null;
        Id = Add("loadbalancer", new JsonObject { ["name"] = "lb", ["operatingStatus"] = "online" });
    }

    /// <summary>Of the load balancer.</summary>
    public string Id { get; }

    /// <summary>Is told of the path of every object that a call changes.</summary>
    public Action<string>? Changed { get; set; }

    /// <summary>Whether the member at a path is up, for tests without processes behind; with traffic HAProxy is asked.</summary>
    public Func<string, bool> IsUp { get; set; } = _ => true;

    /// <summary>Adds an object, live at the next <see cref="ApplyAsync"/>. Returns its id.</summary>
    /// <param name="collection">For example <c>pool</c> or <c>pool/{id}/member</c>.</param>
    public string Add(string collection, JsonObject body)
    {
        lock (gate)
        {
            var id = $"00000000-0000-4000-8000-{++last:x12}";
            var whole = (CloudSchemas.Of(Kind(collection)) ?? throw OvhException.NotFound(collection)).Create(body);
            whole["id"] = id;
            objects[$"{collection}/{id}"] = whole;
            if (collection == "listener")
            {
                ports[id] = FreePort.Next();
            }

            return id;
        }
    }

    public JsonObject Read(string path)
    {
        lock (gate)
        {
            return objects.TryGetValue(path, out var whole) ? whole.DeepClone().AsObject() : throw OvhException.NotFound(path);
        }
    }

    /// <summary>The port of 127.0.0.1 at which a listener really answers.</summary>
    public int PortOf(string listener) => ports[listener];

    /// <summary>Brings the traffic to what the objects say.</summary>
    public Task ApplyAsync()
    {
        TrafficPlan plan;
        lock (gate)
        {
            plan = new CloudPlan(objects, ports).Write();
        }

        return haproxy?.ApplyAsync(plan) ?? Task.CompletedTask;
    }

    /// <summary>Paths of all that there is.</summary>
    public IReadOnlyList<string> All
    {
        get
        {
            lock (gate)
            {
                return [.. objects.Keys];
            }
        }
    }

    /// <summary>Makes it busy for as long as a change takes.</summary>
    public void Occupy()
    {
        lock (gate)
        {
            changing++;
            running.Add(SettleAsync());
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(running);
        await (haproxy?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    internal static string Kind(string path) => string.Join('/', path.Split('/').Where(part => !part.Contains('-', StringComparison.Ordinal)));

    internal async Task<JsonObject> ShowAsync(string path)
    {
        var whole = Read(path);
        if (Kind(path) == "pool/member")
        {
            whole["operatingStatus"] = await StatusAsync(path, whole);
        }

        if (CloudSchemas.Of(Kind(path)) is not null && whole.ContainsKey("provisioningStatus"))
        {
            whole["provisioningStatus"] = (string?)whole["provisioningStatus"] ?? (Volatile.Read(ref changing) > 0 ? "updating" : "active");
        }

        if (path.StartsWith("listener/", StringComparison.Ordinal))
        {
            whole["loadBalancerIds"] = new JsonArray((string?)whole["loadbalancerId"] ?? Id);
            whole.Remove("loadbalancerId");
        }

        return whole;
    }

    internal IReadOnlyList<string> Paths(string collection)
    {
        lock (gate)
        {
            return [.. objects.Keys.Where(path => path.StartsWith(collection + "/", StringComparison.Ordinal) && !path[(collection.Length + 1)..].Contains('/', StringComparison.Ordinal))];
        }
    }

    /// <summary>Those of a collection that belong to something.</summary>
    /// <param name="field">Name of the field that says to what.</param>
    internal IEnumerable<string> PathsOf(string collection, string field, string id) =>
        Paths(collection).Where(path => ((string?)Read(path)[field] ?? (field == "loadbalancerId" ? Id : null)) == id);

    /// <summary>Changes an object; as over the API, when nothing else is being changed.</summary>
    public void Change(string path, JsonObject body)
    {
        lock (gate)
        {
            RequireRest();
            var before = objects.TryGetValue(path, out var whole) ? whole : throw OvhException.NotFound(path);
            objects[path] = CloudSchemas.Of(Kind(path))!.Change(before, body);
            Occupy();
        }

        Changed?.Invoke(path);
    }

    /// <summary>Makes an object over the API. Returns its path.</summary>
    internal string Create(string collection, JsonObject body)
    {
        lock (gate)
        {
            new CloudRules(objects).RequireFit(collection, body);
            if (collection == "loadbalancer")
            {
                return $"loadbalancer/{CreateBalancer(body)}";
            }

            RequireRest();
            var id = Add(collection, body);
            Occupy();
            return $"{collection}/{id}";
        }
    }

    /// <summary>Deletes an object, and what belongs to it; as over the API, when nothing else is being changed.</summary>
    public void Remove(string path)
    {
        lock (gate)
        {
            if (!objects.ContainsKey(path))
            {
                throw OvhException.NotFound(path);
            }

            RequireRest();
            new CloudRules(objects).RequireUnused(path);
            var monitors = Kind(path) == "pool" ? objects.Where(each => (string?)each.Value["poolId"] == path.Split('/')[1]).Select(each => each.Key) : [];
            foreach (var gone in objects.Keys.Where(key => key == path || key.StartsWith(path + "/", StringComparison.Ordinal)).Concat(monitors).ToList())
            {
                objects.Remove(gone);
            }

            Occupy();
        }
    }

    private string CreateBalancer(JsonObject body)
    {
        var network = body["network"]!["private"]!;
        var id = Add("loadbalancer", new JsonObject { ["name"] = (string?)body["name"], ["flavorId"] = (string?)body["flavorId"], ["operatingStatus"] = "offline" });
        var whole = objects[$"loadbalancer/{id}"];
        (whole["vipNetworkId"], whole["vipSubnetId"]) = ((string?)network["network"]!["id"], (string?)network["network"]!["subnetId"]);
        (whole["vipAddress"], whole["provisioningStatus"]) = ($"10.0.9.{last}", "creating");
        whole["floatingIp"] = network["floatingIpCreate"] is null ? null : new JsonObject { ["id"] = $"00000000-0000-4000-a000-{last:x12}", ["ip"] = $"198.51.100.{last}" };
        running.Add(CreatedAsync(whole));
        return id;
    }

    private async Task CreatedAsync(JsonObject whole)
    {
        await Task.Delay(options.UpdateTakes, options.Clock, CancellationToken.None);
        lock (gate)
        {
            (whole["provisioningStatus"], whole["operatingStatus"]) = (null, "online");
        }
    }

    private void RequireRest()
    {
        if (changing > 0)
        {
            throw OvhException.Conflict($"Load Balancer {Id} is immutable and cannot be updated.");
        }
    }

    private async Task SettleAsync()
    {
        await Task.Delay(options.UpdateTakes, options.Clock, CancellationToken.None);
        await ApplyAsync();
        Interlocked.Decrement(ref changing);
    }

    private bool IsUsed(string pool)
    {
        lock (gate)
        {
            return objects.Values.Any(each => (string?)each["defaultPoolId"] == pool || (string?)each["redirectPoolId"] == pool);
        }
    }

    private async Task<string> StatusAsync(string path, JsonObject member)
    {
        var pool = path.Split('/')[1];
        if (!Paths("healthMonitor").Any(monitor => (string?)Read(monitor)["poolId"] == pool))
        {
            return "noMonitor";
        }

        // Octavia gives its HAProxy the pools of listeners and policies only (octavia, haproxy.cfg.j2), so nobody checks the others
        if (!IsUsed(pool))
        {
            return "offline";
        }

        // OVH shows it for ever, also when nobody is left
        if ((int?)member["weight"] == 0)
        {
            return "draining";
        }

        var reading = haproxy is null ? new ServerReading(IsUp(path) ? "UP" : "DOWN", null, null) : (await haproxy.ReadAsync()).GetValueOrDefault(CloudPlan.ServerName(path));
        return reading?.Status.StartsWith("UP", StringComparison.Ordinal) == true ? "online" : "offline";
    }
}
