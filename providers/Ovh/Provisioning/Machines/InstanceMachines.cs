using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Secrets;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Machines;

/// <summary>Instances of both colours, as many of each.</summary>
/// <param name="Address">Which of its addresses the load balancer sends to.</param>
/// <param name="BeforeDestroying">Sees to it that no load balancer sends to an instance that is about to go.</param>
internal sealed record InstanceMachines(
    Mark Mark, Project Project, string Region, OvhInstances Options, OvhAddressKind Address, PriceList Prices, Func<CancellationToken, Task> BeforeDestroying) : IMachines
{
    public IReadOnlyList<Machine> All { get; } = [.. Enum.GetValues<Color>().SelectMany(color => Machine.Of(color, Options.Count))];

    public async Task<ILookup<string, Color>> WhoseAsync(CancellationToken cancellationToken) =>
        (from instance in await Project.MarkedAsync(Mark, cancellationToken)
         from address in instance.Addresses
         where Mark.ColorOf(instance.Name) is not null
         select (address.Address, Color: Mark.ColorOf(instance.Name)!.Value)).ToLookup(each => each.Address, each => each.Color, StringComparer.Ordinal);

    public IReadOnlyList<IEnvironmentPart> Parts => [.. All.Select(machine => new InstancePart(this, Mark.Host(machine.Name), machine.Color))];

    public async Task<IReadOnlyList<IEnvironmentPart>> SurplusAsync(CancellationToken cancellationToken)
    {
        var wanted = All.Select(machine => Mark.Host(machine.Name)).ToHashSet(StringComparer.Ordinal);
        return [.. (await Project.MarkedAsync(Mark, cancellationToken)).Select(instance => instance.Name).Distinct(StringComparer.Ordinal).Where(name => !wanted.Contains(name))
            .Select(name => new InstancePart(this, name, Mark.ColorOf(name)))];
    }

    public async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        foreach (var (kind, name) in new[] { ("flavor", Options.Flavor), ("image", Options.Image), ("sshkey", Options.SshKey) }.Where(each => each.Item2 is not null))
        {
            await AddFaultAsync(faults, () => Project.IdAsync(kind, name!, Region, cancellationToken));
        }

        if (Options.UserData is { } data)
        {
            await AddFaultAsync(faults, () => SecretReader.Discover().ReadAsync(data, cancellationToken));
        }

        return faults;
    }

    private static async Task AddFaultAsync(List<string> faults, Func<Task> find)
    {
        try
        {
            await find();
        }
        catch (InvalidRequestException missing)
        {
            faults.Add(missing.Message);
        }
    }

    public async Task<string?> AddressAsync(Machine machine, CancellationToken cancellationToken) =>
        (await Project.NamedAsync(Mark.Host(machine.Name), cancellationToken)).FirstOrDefault(instance => !instance.IsGoing)?.AddressOf(Address);

    public async Task<string> RequireAddressAsync(Machine machine, CancellationToken cancellationToken)
    {
        if (await AddressAsync(machine, cancellationToken) is { } address)
        {
            return address;
        }

        var (name, look) = (Mark.Host(machine.Name), await new InstancePart(this, Mark.Host(machine.Name), machine.Color).LookAsync(cancellationToken));
        throw look.Status == PartStatus.Different ? new ProviderRefusedException(look.Text) : new ProviderUnavailableException(
            $"The instance '{name}' has no address ('{look.Text}'). It must have one before the load balancer can send to it. It is tried again; look at the instance if it lasts.");
    }

    public async Task<string?> UserAsync(CancellationToken cancellationToken) =>
        (string?)(await Project.FindAsync("image", Options.Image, Region, cancellationToken))?["user"] is { Length: > 0 } user ? user : null;

    public JsonObject? Fleet() => new()
    {
        ["provider"] = "ovh-cloud", ["project"] = Project.Id, ["region"] = Region, ["blue"] = Mark.Host("blue-"), ["green"] = Mark.Host("green-"),
    };
}
