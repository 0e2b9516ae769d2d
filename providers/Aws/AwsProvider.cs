using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws.Clients;
using BlueGreenServerless.Providers.Aws.Fleet;
using BlueGreenServerless.Providers.Aws.Metrics;
using BlueGreenServerless.Providers.Aws.Router;

namespace BlueGreenServerless.Providers.Aws;

/// <summary>Elastic Load Balancing, Auto Scaling and CloudWatch.</summary>
public sealed class AwsProvider : IProvider
{
    private readonly AwsAccounts accounts = new();

    public AwsProvider()
    {
        Router = PortOffers.Offer<ITrafficRouter, AwsOptions>(
            "Moves traffic by the weights of two target groups behind an Application or Network Load Balancer.",
            (options, context) => new AwsRouter(options.Checked(), accounts.Of(options.Place, context)));
        Fleet = PortOffers.Offer<IFleet, AwsFleetOptions>(
            "An Auto Scaling group for each colour.", (options, context) => new AwsFleet(options.Checked(), accounts.Of(options.Place, context)));
        Metrics = PortOffers.Offer<IMetricSource, AwsOptions>(
            "CloudWatch: alarms, and requests, errors and response times of each target group.",
            (options, context) => new AwsMetrics(options.Checked(), accounts.Of(options.Place, context)));
    }

    public string Name => "aws";

    public string Summary => "AWS: load balancers with weighted target groups, Auto Scaling groups, CloudWatch.";

    public PortOffer<ITrafficRouter>? Router { get; }

    public PortOffer<IFleet>? Fleet { get; }

    public PortOffer<IMetricSource>? Metrics { get; }
}
