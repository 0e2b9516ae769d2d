using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Ovh.Answers;
using BlueGreenServerless.Clouds.Ovh.Schemas;
using BlueGreenServerless.Clouds.Ovh.Traffic;
using BlueGreenServerless.Testing.Net;

namespace BlueGreenServerless.Clouds.Ovh.Balancing;

/// <summary>
/// An IP Load Balancing service: what is staged, what is live, and the refreshes between the two. Objects are kept by their path below the
/// service, for example <c>http/farm/3/server/4</c>.
/// </summary>
public sealed partial class IpLoadBalancer : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly OvhDoubleOptions options;
    private readonly SortedDictionary<string, JsonObject> staged = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, JsonObject> live = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> ports = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> written = new(StringComparer.Ordinal);
    private readonly List<RefreshTask> tasks = [];
    private readonly Queue<string> ends = new();
    private readonly List<Task> running = [];
    private readonly HaproxyBehind? haproxy;
    private long last = 70_000;

    internal IpLoadBalancer(string name, OvhDoubleOptions options, bool withTraffic)
    {
        (Name, this.options) = (name, options);
        haproxy = withTraffic ? new HaproxyBehind() : null;
    }

    public string Name { get; }

    public IReadOnlyList<string> Zones { get; init; } = ["gra", "rbx"];

    /// <summary>Is told the path of every front-end whose traffic a publication changes.</summary>
    public Action<string>? Changed { get; set; }

    /// <summary>Is told how a refresh has ended; one that is blocked, when it begins to be.</summary>
    public Action<string>? Refreshed { get; set; }

    /// <summary>Whether the server at a path is up, for tests without processes behind; with traffic HAProxy is asked.</summary>
    public Func<string, bool> IsUp { get; set; } = _ => true;

    /// <summary>Changes that others and we have staged, by zone.</summary>
    public IReadOnlyDictionary<string, int> Pending
    {
        get
        {
            lock (gate)
            {
                return Zones.ToDictionary(zone => zone, Count, StringComparer.Ordinal);
            }
        }
    }

    /// <summary>Refreshes asked for so far.</summary>
    public int Refreshes
    {
        get
        {
            lock (gate)
            {
                return tasks.Count;
            }
        }
    }

    /// <summary>The next refresh ends like this instead of <c>done</c>: error, cancelled, or blocked, which does not end.</summary>
    public void EndNext(string status) => ends.Enqueue(status);

    /// <summary>Refreshes from now on end well again.</summary>
    public void ForgetEnds() => ends.Clear();

    /// <summary>Ends the refreshes that are blocked.</summary>
    public void Unblock()
    {
        lock (gate)
        {
            tasks.FindAll(task => task.Status == "blocked").ForEach(task => task.Status = "cancelled");
        }
    }

    /// <summary>Stages an object, as somebody else would by hand. Returns its id.</summary>
    /// <param name="collection">For example <c>http/farm</c> or <c>http/farm/3/server</c>.</param>
    public long Add(string collection, JsonObject body)
    {
        var kind = Kind(collection);
        lock (gate)
        {
            var id = ++last;
            var whole = (BalancingSchemas.Of(kind) ?? throw OvhException.NotFound(collection)).Create(body);
            whole[BalancingSchemas.IdOf(kind)] = id;
            staged[$"{collection}/{id}"] = whole;
            if (kind.EndsWith("frontend", StringComparison.Ordinal))
            {
                ports[$"{collection}/{id}"] = FreePort.Next();
            }

            Wrote(whole);
            return id;
        }
    }

    /// <summary>Stages a change of one field, as somebody else would by hand.</summary>
    public void Set(string path, string field, JsonNode? value)
    {
        lock (gate)
        {
            staged[path][field] = value is null ? null : JsonNode.Parse(value.ToJsonString());
            Wrote(staged[path]);
        }
    }

    /// <summary>A staged object; what is read over the API.</summary>
    public JsonObject Staged(string path)
    {
        lock (gate)
        {
            return staged.TryGetValue(path, out var whole) ? whole.DeepClone().AsObject() : throw OvhException.NotFound(path);
        }
    }

    /// <summary>An object as it is live; null before it was published.</summary>
    public JsonObject? Live(string path)
    {
        lock (gate)
        {
            return live.TryGetValue(path, out var whole) ? whole.DeepClone().AsObject() : null;
        }
    }

    /// <summary>The port of 127.0.0.1 at which a front-end really answers.</summary>
    /// <param name="path">For example <c>http/frontend/7</c>.</param>
    public int PortOf(string path) => ports[path];

    /// <summary>Publishes everything at once, without a task.</summary>
    public Task PublishAsync() => PublishAsync(Zones);

    public async ValueTask DisposeAsync()
    {
        Unblock();
        await Task.WhenAll(running);
        await (haproxy?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    internal static string Kind(string collection) => string.Join('/', collection.Split('/').Where(part => !long.TryParse(part, out _)));

    internal IReadOnlyList<long> Ids(string collection)
    {
        lock (gate)
        {
            return [.. staged.Keys.Where(path => path.StartsWith(collection + "/", StringComparison.Ordinal) && !path[(collection.Length + 1)..].Contains('/', StringComparison.Ordinal))
                .Select(path => long.Parse(path[(collection.Length + 1)..]))];
        }
    }

    internal async Task<JsonObject> ShowAsync(string path)
    {
        var whole = Staged(path);
        if (Kind(path) is "http/farm/server" or "tcp/farm/server")
        {
            whole["serverState"] = await StateAsync(path);
        }

        return whole;
    }

    internal void Change(string path, JsonObject body)
    {
        lock (gate)
        {
            var before = staged.TryGetValue(path, out var whole) ? whole : throw OvhException.NotFound(path);
            staged[path] = BalancingSchemas.Of(Kind(path))!.Change(before, body);
            Wrote(staged[path]);
        }
    }

    internal RefreshTask Refresh(string? zone)
    {
        if (zone is not null && !Zones.Contains(zone, StringComparer.Ordinal))
        {
            throw OvhException.Bad($"[zone] '{zone}' is not a zone of this service");
        }

        lock (gate)
        {
            if (tasks.Exists(task => task.Runs))
            {
                throw OvhException.Conflict("A refresh is already in progress on this service");
            }

            var task = new RefreshTask(5_000 + tasks.Count, zone is null ? Zones : [zone], options.Clock.GetUtcNow());
            tasks.Add(task);
            running.Add(RunAsync(task, ends.TryDequeue(out var end) ? end : "done"));
            return task;
        }
    }

    internal IReadOnlyList<RefreshTask> TasksOf(string? status)
    {
        lock (gate)
        {
            return [.. tasks.Where(task => status is null || task.Status == status)];
        }
    }

    private async Task RunAsync(RefreshTask task, string end)
    {
        await Task.Delay(options.RefreshTakes / 2, options.Clock, CancellationToken.None);
        task.Status = "doing";
        await Task.Delay(options.RefreshTakes / 2, options.Clock, CancellationToken.None);
        if (end == "done")
        {
            await PublishAsync(task.Zones);
        }

        (task.Done, task.Status) = (options.Clock.GetUtcNow(), end);
        Refreshed?.Invoke(end);
    }

    private async Task PublishAsync(IReadOnlyList<string> zones)
    {
        TrafficPlan plan;
        var moved = new List<string>();
        lock (gate)
        {
            foreach (var (path, whole) in staged.Where(each => Of(each.Value).Intersect(zones, StringComparer.Ordinal).Any()))
            {
                if (Kind(path).EndsWith("frontend", StringComparison.Ordinal) && !JsonNode.DeepEquals(live.GetValueOrDefault(path)?["defaultFarmId"], whole["defaultFarmId"]))
                {
                    moved.Add(path);
                }

                live[path] = whole.DeepClone().AsObject();
            }

            foreach (var path in live.Where(each => !staged.ContainsKey(each.Key) && Of(each.Value).Intersect(zones, StringComparer.Ordinal).Any()).Select(each => each.Key).ToList())
            {
                live.Remove(path);
            }

            foreach (var zone in zones)
            {
                written.Remove(zone);
            }

            plan = new LivePlan(live, ports).Write();
        }

        await (haproxy?.ApplyAsync(plan) ?? Task.CompletedTask);
        moved.ForEach(path => Changed?.Invoke(path));
    }

    private async Task<JsonArray> StateAsync(string path)
    {
        if (Live(path) is not { } server || (bool?)server["probe"] != true)
        {
            return [];
        }

        var reading = haproxy is null ? (IsUp(path) ? new ServerReading("UP", "L7OK", 200) : new ServerReading("DOWN", "L7STS", 503))
            : (await haproxy.ReadAsync()).GetValueOrDefault(LivePlan.ServerName(path)) ?? new ServerReading("no check", null, null);
        return [.. Zones.Select((zone, index) => (JsonNode)new JsonObject
        {
            ["instanceId"] = index + 1, ["status"] = reading.Status, ["checkStatus"] = reading.Check, ["checkCode"] = reading.Code, ["checkTime"] = null, ["lastCheckContent"] = null,
        })];
    }

    private int Count(string zone) => options.PendingCountsWrites
        ? written.GetValueOrDefault(zone)
        : staged.Count(each => Of(each.Value).Contains(zone) && !JsonNode.DeepEquals(each.Value, live.GetValueOrDefault(each.Key)))
            + live.Count(each => Of(each.Value).Contains(zone) && !staged.ContainsKey(each.Key));

    private void Wrote(JsonObject whole)
    {
        foreach (var zone in Of(whole))
        {
            written[zone] = written.GetValueOrDefault(zone) + 1;
        }
    }

    private IReadOnlyList<string> Of(JsonObject whole) => (string?)whole["zone"] is { } zone && zone != "all" ? [zone] : Zones;
}
