using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.DigitalOcean.Answers;
using BlueGreenServerless.Clouds.DigitalOcean.Droplets;

namespace BlueGreenServerless.Clouds.DigitalOcean.LoadBalancers;

/// <summary>All load balancers.</summary>
public sealed class BalancerCloud
{
    private readonly Lock gate = new();
    private readonly List<BalancerDouble> balancers = [];
    private readonly DigitalOceanDoubleOptions options;
    private readonly DropletCloud droplets;
    private readonly BalancerFields fields;
    private int number;

    internal BalancerCloud(DigitalOceanDoubleOptions options, DropletCloud droplets)
    {
        (this.options, this.droplets) = (options, droplets);
        fields = new BalancerFields(options.NewFields);
    }

    public IReadOnlyList<BalancerDouble> All
    {
        get
        {
            lock (gate)
            {
                return [.. balancers];
            }
        }
    }

    /// <summary>Is told of every load balancer that a call changes.</summary>
    public Action<BalancerDouble>? Moved { get; set; }

    /// <summary>Is told of every change.</summary>
    internal Action Changed { get; set; } = () => { };

    /// <summary>Makes a load balancer that is there already.</summary>
    /// <param name="request">As in a call.</param>
    public BalancerDouble Add(JsonObject request)
    {
        var balancer = new BalancerDouble(Interlocked.Increment(ref number)) { Settings = fields.Of(request, null) };
        SetBackends(balancer, request);
        lock (gate)
        {
            balancers.Add(balancer);
        }

        Changed();
        return balancer;
    }

    /// <summary>Makes one that is <c>new</c> for a while.</summary>
    internal BalancerDouble Create(JsonObject request)
    {
        var balancer = Add(request);
        balancer.ActiveFrom = options.Clock.GetUtcNow() + options.BalancerTime;
        return balancer;
    }

    /// <summary>As it is read.</summary>
    public JsonObject Read(BalancerDouble balancer)
    {
        lock (gate)
        {
            return balancer.Stale is { } stale && options.Clock.GetUtcNow() < stale.Until ? stale.Json.DeepClone().AsObject() : balancer.ToJson(Behind(balancer).Select(droplet => droplet.Id), options.Clock.GetUtcNow());
        }
    }

    /// <summary>Droplets behind it now.</summary>
    public IReadOnlyList<DropletDouble> Behind(BalancerDouble balancer) => balancer.Tag.Length > 0
        ? droplets.WithTag(balancer.Tag)
        : [.. droplets.All.Where(droplet => balancer.Ids.Contains(droplet.Id))];

    internal BalancerDouble Get(string id) => All.FirstOrDefault(balancer => balancer.Id == id) ?? throw ApiException.NotFound();

    /// <summary>Replaces the whole object.</summary>
    internal void Update(BalancerDouble balancer, JsonObject request) => Change(balancer, () =>
    {
        balancer.Settings = fields.Of(request, balancer.Settings);
        SetBackends(balancer, request);
    });

    internal void ChangeDroplets(BalancerDouble balancer, IEnumerable<long> ids, bool add) => Change(balancer, () =>
        balancer.Ids = balancer.Tag.Length > 0 ? throw ApiException.Unprocessable("The load balancer is configured with a tag.")
            : [.. add ? balancer.Ids.Union(ids.Select(id => droplets.Get(id).Id)) : balancer.Ids.Except(ids)]);

    internal void Delete(BalancerDouble balancer)
    {
        lock (gate)
        {
            balancers.Remove(balancer);
        }

        Changed();
    }

    private void SetBackends(BalancerDouble balancer, JsonObject request)
    {
        var ids = (request["droplet_ids"] as JsonArray ?? []).Select(id => droplets.Get(id!.GetValue<long>()).Id).ToList();
        (balancer.Tag, balancer.Ids) = (request["tag"]?.ToString() ?? "", ids);
    }

    private void Change(BalancerDouble balancer, Action change)
    {
        lock (gate)
        {
            var now = options.Clock.GetUtcNow();
            if (now < balancer.BusyUntil)
            {
                throw ApiException.BusyBalancer();
            }

            var before = balancer.ToJson(Behind(balancer).Select(droplet => droplet.Id), options.Clock.GetUtcNow());
            change();
            balancer.Changes++;
            balancer.BusyUntil = now + options.Busy;
            balancer.Stale = (before, now + options.ReadLag);
        }

        Moved?.Invoke(balancer);
        Changed();
    }
}
