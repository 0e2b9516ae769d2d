using System.Text.Json.Nodes;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Machines;

/// <summary>Machines that there are already, by their addresses.</summary>
internal sealed class GivenMachines(OvhAddresses addresses) : IMachines
{
    private readonly Dictionary<string, string> byName = Enum.GetValues<Color>()
        .SelectMany(color => Machine.Of(color, addresses.Of(color).Count).Zip(addresses.Of(color)))
        .ToDictionary(each => each.First.Name, each => each.Second, StringComparer.Ordinal);

    public IReadOnlyList<Machine> All { get; } = [.. Enum.GetValues<Color>().SelectMany(color => Machine.Of(color, addresses.Of(color).Count))];

    public Task<ILookup<string, Color>> WhoseAsync(CancellationToken cancellationToken) => Task.FromResult(All.ToLookup(machine => byName[machine.Name], machine => machine.Color, StringComparer.Ordinal));

    public IReadOnlyList<IEnvironmentPart> Parts => [];

    public Task<IReadOnlyList<IEnvironmentPart>> SurplusAsync(CancellationToken cancellationToken) => Task.FromResult(Parts);

    public Task<IReadOnlyList<string>> FaultsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    public Task<string?> AddressAsync(Machine machine, CancellationToken cancellationToken) => Task.FromResult<string?>(byName[machine.Name]);

    public Task<string> RequireAddressAsync(Machine machine, CancellationToken cancellationToken) => Task.FromResult(byName[machine.Name]);

    public Task<string?> UserAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public JsonObject? Fleet() => null;
}
