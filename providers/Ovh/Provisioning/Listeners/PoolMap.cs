using BlueGreenServerless.Failures;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Listeners;

/// <summary>Tells the colour of the traffic by the pools that listeners and policies use.</summary>
internal sealed class PoolMap(RegionObjects objects, IReadOnlyList<ListenerNames> all)
{
    public IReadOnlyList<ListenerNames> All => all;

    /// <summary>The colour of the traffic, asked at this moment.</summary>
    /// <remarks>Users are where any listener sends them, or a policy that was not made here; previews do not count. A listener cannot be switched off: it is deleted.</remarks>
    /// <exception cref="TrafficMixedException">Both colours have users.</exception>
    public async Task<Color?> LiveAsync(CancellationToken cancellationToken)
    {
        objects.Forget();
        var pools = await UsedPoolsAsync(cancellationToken);
        var names = (await objects.OwnAsync("pool", cancellationToken)).Where(pool => pools.Contains((string?)pool["id"] ?? "")).Select(pool => (string?)pool["name"]);
        var used = names.SelectMany(name => all.SelectMany(each => each.Pools()).Where(pool => pool.Name == name).SelectMany(pool => pool.Colors)).ToHashSet();
        return used.Count > 1
            ? throw new TrafficMixedException(
                $"Both colours of '{all[0].Mark.Environment}' have users at the load balancer. One colour must have all of them, or none. End the release, or point the listeners at one pool.")
            : used.Count == 1 ? used.First() : null;
    }

    private async Task<HashSet<string>> UsedPoolsAsync(CancellationToken cancellationToken)
    {
        var previews = all.Select(names => names.Preview).ToHashSet(StringComparer.Ordinal);
        var listeners = await objects.OwnAsync("listener", cancellationToken);
        var used = listeners.Where(listener => !previews.Contains((string?)listener["name"] ?? "")).Select(listener => (string?)listener["defaultPoolId"]).ToList();
        foreach (var listener in listeners)
        {
            var policies = await objects.ListAsync($"l7Policy?listenerId={listener["id"]}", cancellationToken);
            used.AddRange(policies.Where(policy => !previews.Contains((string?)policy["name"] ?? "")).Select(policy => (string?)policy["redirectPoolId"]));
        }

        return used.OfType<string>().ToHashSet(StringComparer.Ordinal);
    }
}
