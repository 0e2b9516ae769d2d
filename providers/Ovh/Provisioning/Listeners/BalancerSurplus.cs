using System.Text.Json.Nodes;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Listeners;

/// <summary>Finds what has the environment's mark and is no part of it. Monitors and rules go with their pools and policies.</summary>
internal sealed class BalancerSurplus(RegionObjects objects, Mark mark)
{
    /// <param name="wanted">Names of the parts.</param>
    /// <returns>In the order in which they would have been made.</returns>
    public async Task<IReadOnlyList<IEnvironmentPart>> FindAsync(IReadOnlySet<string> wanted, CancellationToken cancellationToken)
    {
        var surplus = new List<IEnvironmentPart>(await OfAsync("pool", token => objects.OwnAsync("pool", token), wanted, cancellationToken));
        foreach (var pool in (await objects.OwnAsync("pool", cancellationToken)).Where(pool => mark.IsOn((string?)pool["name"])).Select(pool => (string)pool["id"]!))
        {
            surplus.AddRange(await OfAsync($"pool/{pool}/member", token => MembersAsync(pool, token), wanted, cancellationToken));
        }

        surplus.AddRange(await OfAsync("listener", token => objects.OwnAsync("listener", token), wanted, cancellationToken));
        foreach (var listener in (await objects.OwnAsync("listener", cancellationToken)).Select(listener => (string)listener["id"]!))
        {
            surplus.AddRange(await OfAsync("l7Policy", token => objects.ListAsync($"l7Policy?listenerId={listener}", token), wanted, cancellationToken));
        }

        return surplus;
    }

    /// <summary>Of a pool that may be gone meanwhile, and its members with it.</summary>
    private async Task<IReadOnlyList<JsonObject>> MembersAsync(string pool, CancellationToken cancellationToken) =>
        (await objects.OwnAsync("pool", cancellationToken)).Any(each => (string?)each["id"] == pool) ? await objects.ListAsync($"pool/{pool}/member", cancellationToken) : [];

    private async Task<IEnumerable<SurplusObject>> OfAsync(
        string collection, Func<CancellationToken, Task<IReadOnlyList<JsonObject>>> list, IReadOnlySet<string> wanted, CancellationToken cancellationToken) =>
        (await list(cancellationToken)).Select(each => (string?)each["name"]).OfType<string>().Where(name => mark.IsOn(name) && !wanted.Contains(name))
            .Select(name => new SurplusObject(objects, collection, name, list));
}
