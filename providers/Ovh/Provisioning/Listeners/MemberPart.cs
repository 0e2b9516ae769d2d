using System.Text.Json.Nodes;
using BlueGreenServerless.Providers.Ovh.Provisioning.Machines;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Listeners;

/// <summary>A machine as member of a pool. Weights are the releases' and are left as they are.</summary>
/// <param name="pool">Name of the pool.</param>
internal sealed class MemberPart(RegionObjects objects, PoolMap map, ListenerNames names, string pool, IMachines machines, Machine machine)
    : CloudPart(objects, "member", Mark.Below(pool, machine), machine.Color)
{
    protected override async Task<string?> CollectionAsync(CancellationToken cancellationToken) =>
        await Objects.FindAsync("pool", pool, cancellationToken) is { } found ? $"pool/{found["id"]}/member" : null;

    protected override async Task<IReadOnlyList<JsonObject>> CandidatesAsync(CancellationToken cancellationToken) =>
        await CollectionAsync(cancellationToken) is { } collection ? await Objects.ListAsync(collection, cancellationToken) : [];

    protected override async Task<JsonObject> BodyAsync(CancellationToken cancellationToken) => new()
    {
        ["members"] = new JsonArray(new JsonObject
        {
            ["name"] = Name,
            ["address"] = await machines.RequireAddressAsync(machine, cancellationToken),
            ["protocolPort"] = names.Plan.MemberPort,
            ["weight"] = 1,
        }),
    };

    protected override async Task<string?> DifferenceAsync(JsonObject found, CancellationToken cancellationToken)
    {
        var (address, wanted) = ((string?)found["address"], await machines.AddressAsync(machine, cancellationToken));
        return address != wanted ? $"sends to '{address}'. The machine '{machine.Name}' {(wanted is null ? "has no address" : $"is at '{wanted}'")}."
            : (long?)found["protocolPort"] != names.Plan.MemberPort ? $"sends to the port '{found["protocolPort"]}'. By the file it must be '{names.Plan.MemberPort}'."
            : null;
    }

    protected override async Task<string?> ObstacleAsync(CancellationToken cancellationToken)
    {
        var address = await machines.AddressAsync(machine, cancellationToken);
        return (await CandidatesAsync(cancellationToken)).FirstOrDefault(each => address is not null && (string?)each["address"] == address && (long?)each["protocolPort"] == names.Plan.MemberPort) is { } other
            ? $"The pool '{pool}' has the member '{other["id"]}' ('{other["name"]}') for '{address}:{names.Plan.MemberPort}' already, which was not made here. One for each machine is allowed. Delete it, or take the machine out of the file."
            : null;
    }

    /// <summary>
    /// A machine that joins a pool with users gets some before a release has installed anything on it. The canary's pool waits with the colour's: a
    /// canary needs the same members in both.
    /// </summary>
    protected override async Task<string?> WaitsForAsync(CancellationToken cancellationToken) =>
        await HasUsersWithoutAsync(pool, cancellationToken) || (pool == names.Canary && await HasUsersWithoutAsync(names.Pool(machine.Color), cancellationToken))
            ? $"The member '{Name}' is not made now: '{machine.Color.Lower()}' has users, who would be sent to the machine '{machine.Name}' before a release has installed something there. The colour must be idle. Release to the other one, and run the command again."
            : null;

    private async Task<bool> HasUsersWithoutAsync(string name, CancellationToken cancellationToken) =>
        await Objects.FindAsync("pool", name, cancellationToken) is { } found && await Objects.ListAsync($"pool/{found["id"]}/member", cancellationToken) is { Count: > 0 } members
        && !members.Any(member => (string?)member["name"] == Mark.Below(name, machine)) && await map.IsUsedAsync(found, cancellationToken);
}
