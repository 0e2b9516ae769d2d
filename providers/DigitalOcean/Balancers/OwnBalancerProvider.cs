using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.DigitalOcean.Clients;
using BlueGreenServerless.Providers.DigitalOcean.Environments;

namespace BlueGreenServerless.Providers.DigitalOcean.Balancers;

/// <summary>A load balancer of one's own on droplets.</summary>
public sealed class OwnBalancerProvider : IProvider
{
    internal const string ProviderName = "digitalocean-droplets";

    public string Name => ProviderName;

    public string Summary => "Your own load balancer on DigitalOcean's droplets: its servers and its hosts are found by tag.";

    public PortOffer<ITrafficRouter>? Router { get; } = PortOffers.Offer<ITrafficRouter, OwnBalancerOptions>(
        "Keeps the load balancer's servers as the tags say, and moves traffic as the load balancer does.",
        (options, context) => new OwnBalancerRouter(Bindings(options, context), context));

    public PortOffer<IMetricSource>? Metrics { get; } = PortOffers.Offer<IMetricSource, OwnBalancerOptions>(
        "Measures as the load balancer does.", (options, context) => new OwnBalancerMetrics(Bindings(options, context), context));

    public PortOffer<IEnvironment>? Environment { get; } = PortOffers.Offer<IEnvironment, OwnBalancerEnvironmentOptions>(
        "Makes droplets of both colours, and droplets with HAProxy before them.",
        (options, context) => new OwnBalancerEnvironment(options.Checked(), DigitalOceanAccounts.Shared.Of(options, context), context));

    private static BalancerBindings Bindings(OwnBalancerOptions options, PortContext context) =>
        new(options.Checked(), DigitalOceanAccounts.Shared.Of(options, context).Droplets);
}
