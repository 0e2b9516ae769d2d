using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>Reads farms and their servers: lists hold ids only, so each server is a call.</summary>
internal sealed class Farms(BalancerApi api)
{
    private const int MostFailures = 3;

    /// <param name="farm">Path below the service.</param>
    public async Task<IReadOnlyList<FarmServer>> ServersAsync(string farm, CancellationToken cancellationToken)
    {
        var whole = await api.ReadAsync(farm, cancellationToken);
        var servers = new List<FarmServer>();
        foreach (var id in await api.IdsAsync($"{farm}/server", cancellationToken))
        {
            var path = $"{farm}/server/{id}";
            servers.Add(FarmServer.Of(path, whole, await api.ReadAsync(path, cancellationToken)));
        }

        return servers;
    }

    /// <summary>Health of several farms together, counted over the servers that get traffic.</summary>
    public async Task<ColorHealth> HealthAsync(IEnumerable<string> farms, CancellationToken cancellationToken)
    {
        var counted = new List<FarmServer>();
        foreach (var farm in farms)
        {
            counted.AddRange((await ServersAsync(farm, cancellationToken)).Where(server => server.IsActive));
        }

        var faults = counted.Select(server => server.Fault).OfType<string>().ToList();
        return new ColorHealth(counted.Count - faults.Count, counted.Count, [.. faults.Take(MostFailures)]);
    }

    /// <summary>Without a probe a server that is down gets traffic, and nothing here could tell.</summary>
    /// <exception cref="NotSupportedByTargetException">A farm has no probe, no servers, or a server that does not use the probe.</exception>
    public async Task RequireProbesAsync(string farm, CancellationToken cancellationToken)
    {
        var servers = await ServersAsync(farm, cancellationToken);
        if (servers.Count == 0)
        {
            throw new NotSupportedByTargetException($"The farm '{farm}' of '{api.Service}' has '0' servers. At least one is needed. Add the hosts of the colour to it.");
        }

        if (servers.FirstOrDefault(server => !server.IsProbed) is { } unprobed)
        {
            throw new NotSupportedByTargetException(
                $"The server '{unprobed.Name}' of the farm '{farm}' of '{api.Service}' is not probed, so its health is not known. The farm needs a probe " +
                "(type http, method GET, url, match status, pattern 200) and each server 'probe: true'. Set both, publish them, and release again.");
        }
    }
}
