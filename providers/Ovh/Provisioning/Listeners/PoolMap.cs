using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Ovh.Provisioning.Machines;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Listeners;

/// <summary>Tells the colour of the traffic by the pools that listeners and policies use.</summary>
internal sealed class PoolMap(RegionObjects objects, IMachines machines, Mark mark, IReadOnlyList<ListenerNames> all)
{
    public IReadOnlyList<ListenerNames> All => all;

    /// <summary>The colour of the traffic, asked at this moment.</summary>
    /// <remarks>
    /// Users are where any listener sends them, or a policy that was not made here; previews do not count. A listener cannot be switched off: it is
    /// deleted. A pool that is not in the file any more counts, and one of somebody else with one of our machines in it.
    /// </remarks>
    /// <exception cref="TrafficMixedException">Both colours have users.</exception>
    public Task<Color?> LiveAsync(CancellationToken cancellationToken) => LiveAsync(alsoOfOthers: true, cancellationToken);

    /// <summary>Where what is made now leads users: where they are by what was made here already.</summary>
    public async Task<Color> FirstAsync(CancellationToken cancellationToken) => await LiveAsync(alsoOfOthers: false, cancellationToken) ?? Color.Blue;

    /// <summary>Whether users are sent to a pool now.</summary>
    public async Task<bool> IsUsedAsync(JsonObject pool, CancellationToken cancellationToken) => (await UsedPoolsAsync(cancellationToken)).Contains((string?)pool["id"] ?? "");

    private async Task<Color?> LiveAsync(bool alsoOfOthers, CancellationToken cancellationToken)
    {
        objects.Forget();
        var pools = await UsedPoolsAsync(cancellationToken);
        var used = new HashSet<Color>();
        foreach (var pool in (await objects.OwnAsync("pool", cancellationToken)).Where(pool => pools.Contains((string?)pool["id"] ?? "")))
        {
            var isOurs = mark.IsOn((string?)pool["name"]) || !alsoOfOthers;
            used.UnionWith(isOurs ? mark.ColorsIn((string?)pool["name"]) : await ColorsOfMembersAsync(pool, cancellationToken));
        }

        return used.Count > 1
            ? throw new TrafficMixedException(
                $"Both colours of '{mark.Environment}' have users at the load balancer. One colour must have all of them, or none. End the release, or point the listeners at one pool.")
            : used.Count == 1 ? used.First() : null;
    }

    private async Task<IEnumerable<Color>> ColorsOfMembersAsync(JsonObject pool, CancellationToken cancellationToken)
    {
        var whose = await machines.WhoseAsync(cancellationToken);
        return (await objects.ListAsync($"pool/{pool["id"]}/member", cancellationToken)).SelectMany(member => whose[(string?)member["address"] ?? ""]);
    }

    private async Task<HashSet<string>> UsedPoolsAsync(CancellationToken cancellationToken)
    {
        var listeners = await objects.OwnAsync("listener", cancellationToken);
        var used = listeners.Where(listener => !mark.IsPreview((string?)listener["name"])).Select(listener => (string?)listener["defaultPoolId"]).ToList();
        foreach (var listener in listeners)
        {
            var policies = await objects.ListAsync($"l7Policy?listenerId={listener["id"]}", cancellationToken);
            used.AddRange(policies.Where(policy => !mark.IsPreview((string?)policy["name"])).Select(policy => (string?)policy["redirectPoolId"]));
        }

        return used.OfType<string>().ToHashSet(StringComparer.Ordinal);
    }
}
