using System.Text.Json.Nodes;
using BlueGreenServerless.Providers.Ovh.Provisioning.Machines;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Frontends;

/// <summary>A machine as server of a farm, probed. Weights and status are the releases' and are left as they are.</summary>
/// <param name="farm">Name of the farm.</param>
internal sealed class ServerPart(StagedService service, ServiceMap map, FrontendNames names, string farm, IMachines machines, Machine machine)
    : StagedPart(service, names.Mark, "server", Mark.Below(farm, machine), machine.Color)
{
    protected override async Task<string?> CollectionAsync(CancellationToken cancellationToken) =>
        await map.FindAsync(names.Farms, farm, cancellationToken) is { } found ? $"{found.Path}/server" : null;

    protected override async Task<JsonObject> BodyAsync(CancellationToken cancellationToken) => new()
    {
        ["address"] = await machines.RequireAddressAsync(machine, cancellationToken),
        ["port"] = names.Plan.ServerPort,
        ["status"] = "active",
        ["probe"] = true,
        ["weight"] = 1,
    };

    protected override async Task<string?> DifferenceAsync(StagedObject found, CancellationToken cancellationToken)
    {
        var (address, wanted) = ((string?)found.Whole["address"], await machines.AddressAsync(machine, cancellationToken));
        return address != wanted ? $"sends to '{address}'. The machine '{machine.Name}' {(wanted is null ? "has no address" : $"is at '{wanted}'")}."
            : (long?)found.Whole["port"] != names.Plan.ServerPort ? $"sends to the port '{found.Whole["port"]}'. By the file it must be '{names.Plan.ServerPort}'."
            : (bool?)found.Whole["probe"] != true ? "is not probed ('false'), so its health is not known. It must be 'true'."
            : null;
    }

    /// <summary>A server of the same machine that somebody has added would double its share.</summary>
    protected override async Task<string?> ObstacleAsync(CancellationToken cancellationToken)
    {
        if (await CollectionAsync(cancellationToken) is not { } collection || await machines.AddressAsync(machine, cancellationToken) is not { } address)
        {
            return null;
        }

        return (await Service.ListAsync(collection, cancellationToken)).FirstOrDefault(each => (string?)each.Whole["address"] == address && (long?)each.Whole["port"] == names.Plan.ServerPort) is { } other
            ? $"'{other.Path}' of '{Service.Api.Service}' ('{other.Name}') sends to '{address}:{names.Plan.ServerPort}' already, and was not made here. One server for each machine is allowed. Delete it, or take the machine out of the file."
            : null;
    }

    /// <summary>
    /// A machine that joins a farm with users gets some before a release has installed anything on it. The canary's farm waits with the colour's: a
    /// canary needs the same servers in both.
    /// </summary>
    protected override async Task<string?> WaitsForAsync(CancellationToken cancellationToken) =>
        await HasUsersWithoutAsync(farm, cancellationToken) || (farm == names.Canary && await HasUsersWithoutAsync(names.Farm(machine.Color), cancellationToken))
            ? $"The server '{Name}' of '{Service.Api.Service}' is not made now: '{machine.Color.Lower()}' has users, who would be sent to the machine '{machine.Name}' before a release has installed something there. The colour must be idle. Release to the other one, and run the command again."
            : null;

    private async Task<bool> HasUsersWithoutAsync(string name, CancellationToken cancellationToken) =>
        await map.FindAsync(names.Farms, name, cancellationToken) is { } found && await Service.ListAsync($"{found.Path}/server", cancellationToken) is { Count: > 0 } servers
        && !servers.Any(server => server.Name == Mark.Below(name, machine)) && await map.IsUsedAsync(names, found, cancellationToken);
}
