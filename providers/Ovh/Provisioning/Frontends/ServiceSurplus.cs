using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Frontends;

/// <summary>Finds what has the environment's mark and is no part of it.</summary>
internal sealed class ServiceSurplus(StagedService service, Mark mark)
{
    /// <param name="wanted">Names of the parts.</param>
    /// <returns>In the order in which they would have been made.</returns>
    public async Task<IReadOnlyList<IEnvironmentPart>> FindAsync(IReadOnlySet<string> wanted, CancellationToken cancellationToken)
    {
        var surplus = new List<IEnvironmentPart>();
        foreach (var protocol in new[] { "http", "tcp" })
        {
            surplus.AddRange(await OfAsync($"{protocol}/farm", wanted, cancellationToken));
            foreach (var farm in (await service.ListAsync($"{protocol}/farm", cancellationToken)).Where(farm => mark.IsOn(farm.Name)))
            {
                surplus.AddRange(await OfAsync($"{farm.Path}/server", wanted, cancellationToken));
            }

            surplus.AddRange(await OfAsync($"{protocol}/frontend", wanted, cancellationToken));
            surplus.AddRange(await OfAsync($"{protocol}/route", wanted, cancellationToken));
        }

        return surplus;
    }

    private async Task<IEnumerable<SurplusPart>> OfAsync(string collection, IReadOnlySet<string> wanted, CancellationToken cancellationToken) =>
        (await service.ListAsync(collection, cancellationToken)).Where(each => mark.IsOn(each.Name) && !wanted.Contains(each.Name!)).Select(each => new SurplusPart(service, mark, collection, each.Name!));
}
