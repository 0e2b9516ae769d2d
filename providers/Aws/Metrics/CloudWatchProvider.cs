using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws.Clients;

namespace BlueGreenServerless.Providers.Aws.Metrics;

/// <summary>CloudWatch for targets that are not AWS's.</summary>
public sealed class CloudWatchProvider : IProvider
{
    private readonly AwsAccounts accounts = new();

    public CloudWatchProvider() => Metrics = PortOffers.Offer<IMetricSource, CloudWatchOptions>(
        "Alarms by name, for example of a deployment's probe; no numbers, so give 'observe.probe' too.",
        (options, context) => new CloudWatchAlarms(accounts.Of(options.Place, context)));

    public string Name => "cloudwatch";

    public string Summary => "CloudWatch's alarms for targets whose load balancer is elsewhere.";

    public PortOffer<IMetricSource>? Metrics { get; }
}
