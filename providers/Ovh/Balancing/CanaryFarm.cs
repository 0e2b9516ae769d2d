using BlueGreenServerless.Failures;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>The third farm of a front-end, in which servers of both colours share the traffic by their weights. Who is who is told by address and port.</summary>
internal sealed class CanaryFarm(OvhFrontend frontend, long canary, Farms farms, BalancerApi api)
{
    /// <summary>Its servers by colour, without those that are inactive: whatever their weight, they get no traffic.</summary>
    /// <exception cref="NotSupportedByTargetException">It does not hold exactly the servers of both colours, or has no active one of a colour.</exception>
    public async Task<ILookup<Color, FarmServer>> ServersAsync(CancellationToken cancellationToken)
    {
        var blue = await NamesAsync(Color.Blue, cancellationToken);
        var green = await NamesAsync(Color.Green, cancellationToken);
        var own = await farms.ServersAsync(frontend.FarmPath(canary), cancellationToken);
        if (!own.Select(server => server.Name).Order(StringComparer.Ordinal).SequenceEqual(blue.Concat(green).Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            throw new NotSupportedByTargetException(
                $"The canary farm '{canary}' of '{api.Service}' has the servers '{Listed(own.Select(server => server.Name))}'. It must have those of both colours: " +
                $"'{Listed(blue)}' and '{Listed(green)}'. Add or remove servers, or take 'canary' out.");
        }

        var active = own.Where(server => server.IsOn).ToLookup(server => blue.Contains(server.Name) ? Color.Blue : Color.Green);
        return active.Count == Enum.GetValues<Color>().Length ? active
            : throw new NotSupportedByTargetException(
                $"The canary farm '{canary}' of '{api.Service}' has '{own.Count(server => server.IsOn)}' active servers, and none of {string.Join(" and ", Enum.GetValues<Color>().Where(color => !active.Contains(color)).Select(color => color.Lower()))}. " +
                "At least one of each colour is needed. Make them active, or take 'canary' out.");
    }

    /// <exception cref="NotSupportedByTargetException">It cannot divide traffic.</exception>
    public async Task RequireAsync(CancellationToken cancellationToken)
    {
        await ServersAsync(cancellationToken);
        await farms.RequireProbesAsync(frontend.FarmPath(canary), cancellationToken);
        if ((string?)(await api.ReadAsync(frontend.FarmPath(canary), cancellationToken))["balance"] is "first")
        {
            throw new NotSupportedByTargetException(
                $"The canary farm '{canary}' of '{api.Service}' balances by 'first', which fills one server after the other and heeds no weights. Allowed are roundrobin and leastconn. Change it.");
        }
    }

    /// <summary>The weights by which green gets its percent, by path.</summary>
    public async Task<Wiring> WeightsAsync(TrafficSplit split, CancellationToken cancellationToken)
    {
        var servers = await ServersAsync(cancellationToken);
        var (blue, green) = CanaryWeights.Of(servers[Color.Blue].Count(), servers[Color.Green].Count(), split.Green);
        return new Wiring(servers.SelectMany(color => color.Select(server => KeyValuePair.Create(server.Path, (long?)(color.Key == Color.Blue ? blue : green)))));
    }

    private async Task<HashSet<string>> NamesAsync(Color color, CancellationToken cancellationToken) =>
        [.. (await farms.ServersAsync(frontend.FarmPath(frontend.FarmOf(color)), cancellationToken)).Select(server => server.Name)];

    private static string Listed(IEnumerable<string> names) => string.Join("', '", names.Order(StringComparer.Ordinal).Take(10));
}
