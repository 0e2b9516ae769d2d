using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Ovh.Balancing;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Frontends;

/// <summary>Finds the objects of an environment by their names.</summary>
internal sealed class ServiceMap(StagedService service, IReadOnlyList<FrontendNames> all)
{
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
    /// and what a release has staged away from, too: either may be live.
    /// </remarks>
    /// <exception cref="TrafficMixedException">Both colours have users.</exception>
    public async Task<Color?> LiveAsync(CancellationToken cancellationToken)
    {
        var used = new HashSet<Color>();
        foreach (var protocol in all.GroupBy(names => names.Plan.Word, StringComparer.Ordinal))
        {
            foreach (var farm in await UsedFarmsAsync([.. protocol], cancellationToken))
            {
                used.UnionWith(ColorsOf(protocol, (await service.FreshAsync(protocol.First().Farms, farm, cancellationToken))?.Name));
            }
        }

        return used.Count > 1
            ? throw new TrafficMixedException(
                $"Both colours of '{all[0].Mark.Environment}' have users at '{service.Api.Service}'. One colour must have all of them, or none. End the release, or point the front-ends at one farm.")
            : used.Count == 1 ? used.First() : null;
    }

    private static IEnumerable<Color> ColorsOf(IEnumerable<FrontendNames> protocol, string? farm) =>
        protocol.SelectMany(names => Enum.GetValues<Color>().Where(color => farm == names.Farm(color) || farm == names.Canary));

    private async Task<HashSet<long>> UsedFarmsAsync(IReadOnlyList<FrontendNames> protocol, CancellationToken cancellationToken)
    {
        var before = service.LiveBeforeReleases();
        var (previews, routes) = (protocol.Select(names => names.Preview).ToHashSet(StringComparer.Ordinal), protocol.Select(names => names.Route).ToHashSet(StringComparer.Ordinal));
        var fronts = (await service.FreshAsync(protocol[0].Frontends, cancellationToken)).Where(front => !previews.Contains(front.Name ?? "") && (bool?)front.Whole["disabled"] != true);
        var rules = (await service.FreshAsync(protocol[0].Routes, cancellationToken)).Where(route => !routes.Contains(route.Name ?? ""));
        return [.. fronts.Concat(rules).SelectMany(each => new[] { TrafficField.Read(each.Path, each.Whole), before.GetValueOrDefault(each.Path) }).OfType<long>()];
    }
}
