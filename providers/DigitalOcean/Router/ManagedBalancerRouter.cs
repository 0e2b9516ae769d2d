using System.Text.Json;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.DigitalOcean.Clients;
using BlueGreenServerless.Providers.DigitalOcean.Droplets;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.DigitalOcean.Router;

/// <summary>Moves traffic by changing which droplets are behind a managed load balancer.</summary>
internal sealed class ManagedBalancerRouter(ManagedBalancerOptions options, DigitalOceanAccount account) : ITrafficRouter, IDiagnosed
{
    private readonly BalancerChanges changes = new(options.LoadBalancer, account);
    private readonly DropletProbe probe = new(options.Network, options.PreviewHost, account.Time);
    private readonly ColorBackends backends = new(options, account.Droplets);

    public RouterAbilities Abilities { get; } = new(
        Weights: false, Preview: true,
        Says: "DigitalOcean's managed load balancers have one set of droplets and no weights, so they move all traffic at once (kind: all-at-once); " +
            "for a canary put your own load balancer on a droplet (router provider 'digitalocean-droplets')");

    public async Task<TrafficState> DescribeAsync(CancellationToken cancellationToken) =>
        await StateAsync(await changes.ReadAsync(cancellationToken), cancellationToken);

    /// <summary>Nothing is written: the load balancer has one set of droplets. That the colour can become it, and shares none with the other, is checked.</summary>
    public async Task AttachAsync(Color color, CancellationToken cancellationToken)
    {
        await backends.OfAsync(color, cancellationToken);
        options.RefuseShared(await account.Droplets.RecentAsync(options.Blue, cancellationToken), await account.Droplets.RecentAsync(options.Green, cancellationToken));
    }

    /// <exception cref="NotSupportedByTargetException">The split is divided.</exception>
    public async Task<TrafficState> ShiftAsync(TrafficSplit split, CancellationToken cancellationToken)
    {
        var color = split.Whole() ?? throw new NotSupportedByTargetException(
            $"The load balancer '{options.LoadBalancer}' cannot take the split '{split}'. {Abilities.Says}. Change the strategy.");
        var before = await changes.ReadAsync(cancellationToken);
        var wanted = await backends.OfAsync(color, cancellationToken);
        return await StateAsync(await changes.MoveAsync(before.Id, wanted, cancellationToken), cancellationToken);
    }

    /// <summary>Puts the backends of the snapshot back and leaves every other field as it is now.</summary>
    public async Task<TrafficState> RestoreAsync(JsonElement snapshot, CancellationToken cancellationToken)
    {
        var before = BalancerSnapshot.Read(snapshot);
        var wanted = await backends.StillThereAsync(before.Backends, cancellationToken);
        return await StateAsync(await changes.MoveAsync(before.LoadBalancer, wanted, cancellationToken), cancellationToken);
    }

    public async Task<ColorHealth> HealthAsync(Color color, CancellationToken cancellationToken)
    {
        var balancer = await changes.RecentAsync(cancellationToken);
        var droplets = await account.Droplets.RecentAsync(backends.Tag(color), cancellationToken);
        var faults = (await Task.WhenAll(droplets.Select(droplet => probe.FaultAsync(droplet, balancer.Check, cancellationToken)))).OfType<string>().ToList();
        return balancer.Status == "errored"
            ? new ColorHealth(0, droplets.Count, [$"{balancer.Name}: the load balancer is errored"])
            : new ColorHealth(droplets.Count - faults.Count, droplets.Count, [.. faults.Take(3)]);
    }

    /// <summary>The API counts connections for the whole load balancer, not for what was behind it before.</summary>
    public Task<int?> ConnectionsAsync(Color color, CancellationToken cancellationToken) => Task.FromResult<int?>(null);

    /// <summary>The first active droplet of the colour, directly. Waited for: the port that asks has no time to offer, and nothing else waits on this thread.</summary>
    public PreviewAddress? Preview(Color color) => Task.Run(() => PreviewAsync(color, CancellationToken.None)).GetAwaiter().GetResult();

    public Task<IReadOnlyList<Diagnosis>> DiagnoseAsync(CancellationToken cancellationToken) => new BalancerExamination(options, changes, backends, account).RunAsync(cancellationToken);

    private async Task<PreviewAddress?> PreviewAsync(Color color, CancellationToken cancellationToken)
    {
        var droplets = await account.Droplets.RecentAsync(backends.Tag(color), cancellationToken);
        var address = droplets.FirstOrDefault(droplet => droplet.IsActive)?.AddressOrRefuse(options.Network);
        var port = options.PreviewPort ?? (address is null ? null : (await changes.RecentAsync(cancellationToken)).HttpPort);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (options.PreviewHost is { } host)
        {
            headers["Host"] = host;
        }

        return address is null || port is null ? null : new PreviewAddress(new Uri($"http://{address}:{port}"), headers);
    }

    private async Task<TrafficState> StateAsync(BalancerObject balancer, CancellationToken cancellationToken) =>
        new(await backends.SplitAsync(balancer, cancellationToken), BalancerSnapshot.Of(balancer));
}
