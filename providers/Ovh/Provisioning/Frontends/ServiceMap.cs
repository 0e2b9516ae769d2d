using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Ovh.Balancing;
using BlueGreenServerless.Providers.Ovh.Provisioning.Machines;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Frontends;

/// <summary>Finds the objects of an environment by their names, and where its users are.</summary>
internal sealed class ServiceMap(StagedService service, IMachines machines, Mark mark, IReadOnlyList<FrontendNames> all)
{
    private static readonly string[] Protocols = ["http", "tcp"];

    public IReadOnlyList<FrontendNames> All => all;

    public async Task<StagedObject?> FindAsync(string collection, string name, CancellationToken cancellationToken) =>
        (await service.ListAsync(collection, cancellationToken)).FirstOrDefault(each => each.Name == name);

    /// <exception cref="ProviderUnavailableException">It is not there, though it was made.</exception>
    public async Task<long> IdAsync(string collection, string name, CancellationToken cancellationToken) =>
        (await FindAsync(collection, name, cancellationToken))?.Id ?? throw new ProviderUnavailableException(
            $"'{service.Api.Service}' has no '{collection}' named '{name}'. It must be there by now. Look for somebody else who changes the service, and run the command again.");

    /// <summary>The colour of the traffic, asked at this moment.</summary>
    /// <remarks>
    /// Users are where any front-end that is not disabled sends them, or a route that was not made here; previews do not count. What is staged counts,
    /// and what a release has staged away from, too: either may be live. So does what is not in the file any more, and a farm of somebody else
    /// with one of our machines in it.
    /// </remarks>
    /// <exception cref="TrafficMixedException">Both colours have users.</exception>
    public Task<Color?> LiveAsync(CancellationToken cancellationToken) => LiveAsync(alsoOfOthers: true, cancellationToken);

    /// <summary>Where what is made now leads users: where they are by what was made here already.</summary>
    public async Task<Color> FirstAsync(CancellationToken cancellationToken) => await LiveAsync(alsoOfOthers: false, cancellationToken) ?? Color.Blue;

    /// <summary>Whether users are sent to a farm now.</summary>
    public async Task<bool> IsUsedAsync(FrontendNames names, StagedObject farm, CancellationToken cancellationToken) =>
        (await UsedFarmsAsync(names.Plan.Word, cancellationToken)).Contains(farm.Id);

    private async Task<Color?> LiveAsync(bool alsoOfOthers, CancellationToken cancellationToken)
    {
        var used = new HashSet<Color>();
        foreach (var protocol in Protocols)
        {
            foreach (var farm in await UsedFarmsAsync(protocol, cancellationToken))
            {
                used.UnionWith(await ColorsOfAsync($"{protocol}/farm", farm, alsoOfOthers, cancellationToken));
            }
        }

        return used.Count > 1
            ? throw new TrafficMixedException(
                $"Both colours of '{mark.Environment}' have users at '{service.Api.Service}'. One colour must have all of them, or none. End the release, or point the front-ends at one farm.")
            : used.Count == 1 ? used.First() : null;
    }

    private async Task<IEnumerable<Color>> ColorsOfAsync(string farms, long id, bool alsoOfOthers, CancellationToken cancellationToken)
    {
        if (await service.FreshAsync(farms, id, cancellationToken) is not { } farm)
        {
            return [];
        }

        if (mark.IsOn(farm.Name) || !alsoOfOthers)
        {
            return mark.ColorsIn(farm.Name);
        }

        var whose = await machines.WhoseAsync(cancellationToken);
        return (await service.ListAsync($"{farm.Path}/server", cancellationToken)).SelectMany(server => whose[(string?)server.Whole["address"] ?? ""]);
    }

    private async Task<HashSet<long>> UsedFarmsAsync(string protocol, CancellationToken cancellationToken)
    {
        var before = await service.LiveBeforeReleasesAsync(cancellationToken);
        var fronts = (await service.FreshAsync($"{protocol}/frontend", cancellationToken)).Where(front => !mark.IsPreview(front.Name) && (bool?)front.Whole["disabled"] != true);
        var rules = (await service.FreshAsync($"{protocol}/route", cancellationToken)).Where(route => !mark.IsPreview(route.Name));
        return [.. fronts.Concat(rules).SelectMany(each => new[] { TrafficField.Read(each.Path, each.Whole), before.GetValueOrDefault(each.Path) }).OfType<long>()];
    }
}
