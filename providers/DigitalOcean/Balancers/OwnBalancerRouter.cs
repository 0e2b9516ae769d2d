using System.Text.Json;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.DigitalOcean.Balancers;

/// <summary>
/// A load balancer whose servers are droplets. Attaching looks up who has which tag and lets the load balancer take it over; everything
/// else is the load balancer's own affair and needs to know only where it runs.
/// </summary>
internal sealed class OwnBalancerRouter : ITrafficRouter, IDiagnosed
{
    private readonly BalancerBindings bindings;
    private readonly PortContext context;

    public OwnBalancerRouter(BalancerBindings bindings, PortContext context)
    {
        (this.bindings, this.context) = (bindings, context);
        Abilities = context.Routers(bindings.Example(context)).Abilities;
    }

    public RouterAbilities Abilities { get; }

    public async Task<string> SetUpAsync(CancellationToken cancellationToken) =>
        await (await WithServersAsync(cancellationToken)).SetUpAsync(cancellationToken);

    public async Task<bool> IsSetUpAsync(CancellationToken cancellationToken) =>
        await context.Routers(await bindings.WithoutServersAsync(fresh: true, cancellationToken)).IsSetUpAsync(cancellationToken);

    public async Task<TrafficState> DescribeAsync(CancellationToken cancellationToken) =>
        await context.Routers(await bindings.WithoutServersAsync(fresh: true, cancellationToken)).DescribeAsync(cancellationToken);

    /// <summary>From the last look-up, as everything that moves traffic back: the API may be what is down.</summary>
    public async Task<TrafficState> DescribeUrgentlyAsync(CancellationToken cancellationToken) =>
        await (await BalancerAsync(cancellationToken)).DescribeUrgentlyAsync(cancellationToken);

    public async Task AttachAsync(Color color, CancellationToken cancellationToken) =>
        await (await WithServersAsync(cancellationToken)).AttachAsync(color, cancellationToken);

    public async Task<TrafficState> ShiftAsync(TrafficSplit split, CancellationToken cancellationToken) =>
        await (await BalancerAsync(cancellationToken)).ShiftAsync(split, cancellationToken);

    public async Task<TrafficState> RestoreAsync(JsonElement snapshot, CancellationToken cancellationToken) =>
        await (await BalancerAsync(cancellationToken)).RestoreAsync(snapshot, cancellationToken);

    public async Task<ColorHealth> HealthAsync(Color color, CancellationToken cancellationToken) =>
        await (await BalancerAsync(cancellationToken)).HealthAsync(color, cancellationToken);

    public async Task<int?> ConnectionsAsync(Color color, CancellationToken cancellationToken) =>
        await (await BalancerAsync(cancellationToken)).ConnectionsAsync(color, cancellationToken);

    /// <summary>Waited for: the port that asks has no time to offer, and nothing else waits on this thread.</summary>
    public PreviewAddress? Preview(Color color) => Task.Run(() => BalancerAsync(CancellationToken.None)).GetAwaiter().GetResult().Preview(color);

    /// <summary>Who has which tag, and what the load balancer itself knows of it.</summary>
    public async Task<IReadOnlyList<Diagnosis>> DiagnoseAsync(CancellationToken cancellationToken) =>
    [
        .. await Diagnosis.LookAsync(async () => [Diagnosis.Fine(await bindings.WhoAsync(cancellationToken))]),
        .. await Diagnosis.LookAsync(async () => await BalancerAsync(cancellationToken) is IDiagnosed own ? await own.DiagnoseAsync(cancellationToken) : []),
    ];

    private async Task<ITrafficRouter> BalancerAsync(CancellationToken cancellationToken) =>
        context.Routers(await bindings.WithoutServersAsync(fresh: false, cancellationToken));

    private async Task<ITrafficRouter> WithServersAsync(CancellationToken cancellationToken) =>
        context.Routers(await bindings.WithServersAsync(cancellationToken));
}
