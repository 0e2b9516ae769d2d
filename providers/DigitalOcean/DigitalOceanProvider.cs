using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.DigitalOcean.Clients;
using BlueGreenServerless.Providers.DigitalOcean.Environments;
using BlueGreenServerless.Providers.DigitalOcean.Fleet;
using BlueGreenServerless.Providers.DigitalOcean.Hosts;
using BlueGreenServerless.Providers.DigitalOcean.Router;

namespace BlueGreenServerless.Providers.DigitalOcean;

/// <summary>Managed load balancers, and droplets by tag.</summary>
public sealed class DigitalOceanProvider : IProvider
{
    internal const string ProviderName = "digitalocean";

    private static readonly DigitalOceanAccounts Accounts = DigitalOceanAccounts.Shared;

    public string Name => ProviderName;

    public string Summary => "DigitalOcean: managed load balancers, and droplets that are found by tag.";

    public PortOffer<ITrafficRouter>? Router { get; } = PortOffers.Offer<ITrafficRouter, ManagedBalancerOptions>(
        "Changes which droplets are behind a managed load balancer: all traffic at once.",
        (options, context) => new ManagedBalancerRouter(options.Checked(), Accounts.Of(options, context)));

    public PortOffer<IHostCommands>? Hosts { get; } = PortOffers.Offer<IHostCommands, DropletHostsOptions>(
        "Bash on droplets by tag, through a hosts provider that reaches addresses.",
        (options, context) => new DropletHosts(options.Checked(), Accounts.Of(options, context).Droplets, context));

    public PortOffer<IFleet>? Fleet { get; } = PortOffers.Offer<IFleet, DropletFleetOptions>(
        "Droplets of each colour by tag.", (options, context) => new DropletFleet(options.Checked(), Accounts.Of(options, context)));

    public PortOffer<IMetricSource>? Metrics { get; } = PortOffers.Offer<IMetricSource, ManagedBalancerOptions>(
        "Nothing: the API does not tell what a colour answered; 'observe.probe' stands in for it.", (_, _) => new NoMetrics());

    public PortOffer<IEnvironment>? Environment { get; } = PortOffers.Offer<IEnvironment, ManagedEnvironmentOptions>(
        "Makes droplets of both colours and a managed load balancer.",
        (options, context) => new ManagedEnvironment(options.Checked(), Accounts.Of(options, context), context));
}
