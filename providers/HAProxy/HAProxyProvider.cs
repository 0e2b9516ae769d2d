using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>HAProxy 2.4 or newer in master-worker mode, on this machine or on others that a hosts provider reaches.</summary>
public sealed class HAProxyProvider : IProvider
{
    public string Name => "haproxy";

    public string Summary => "HAProxy: traffic moves by a runtime map, without a reload and without losing a request.";

    public PortOffer<ITrafficRouter>? Router { get; } = PortOffers.Offer<ITrafficRouter, HaproxyOptions>(
        "Moves traffic by percent through a map that HAProxy reads for every request.", HaproxyRouter.Create);

    public PortOffer<IMetricSource>? Metrics { get; } = PortOffers.Offer<IMetricSource, HaproxyOptions>(
        "Counts answers, errors and response times of production traffic in HAProxy itself.", HaproxyMetrics.Create);
}
