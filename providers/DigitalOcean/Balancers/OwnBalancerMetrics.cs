using System.Text.Json;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Providers.DigitalOcean.Balancers;

/// <summary>What the load balancer on the droplets has counted.</summary>
internal sealed class OwnBalancerMetrics : IMetricSource
{
    private readonly BalancerBindings bindings;
    private readonly PortContext context;

    public OwnBalancerMetrics(BalancerBindings bindings, PortContext context)
    {
        (this.bindings, this.context) = (bindings, context);
        _ = context.Metrics(bindings.Example(context));
    }

    public async Task<MetricReading> ReadAsync(JsonElement? cursor, CancellationToken cancellationToken) =>
        await (await SourceAsync(cancellationToken)).ReadAsync(cursor, cancellationToken);

    public async Task<IReadOnlyList<AlarmReading>> AlarmsAsync(IReadOnlyList<string> names, CancellationToken cancellationToken) =>
        await (await SourceAsync(cancellationToken)).AlarmsAsync(names, cancellationToken);

    private async Task<IMetricSource> SourceAsync(CancellationToken cancellationToken) =>
        context.Metrics(await bindings.WithoutServersAsync(fresh: false, cancellationToken));
}
