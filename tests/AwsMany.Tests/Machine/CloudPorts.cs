using System.Collections.Concurrent;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws;
using BlueGreenServerless.Providers.Aws.Clients;
using BlueGreenServerless.Providers.Aws.Fleet;
using BlueGreenServerless.Providers.Aws.Metrics;
using BlueGreenServerless.Providers.Aws.Router;
using BlueGreenServerless.Providers.Aws.Ssm;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.AwsMany.Tests.Machine;

/// <summary>The real ports of AWS, all on one account object, as in one process of a function.</summary>
internal sealed class CloudPorts(AwsAccount account) : IPorts
{
    private readonly ConcurrentDictionary<string, AwsRouter> routers = new(StringComparer.Ordinal);

    public ITrafficRouter Router(TargetState target) =>
        routers.GetOrAdd(target.Router.Options.GetRawText(), _ => new AwsRouter(Of<AwsOptions>(target.Router), account));

    public IHostCommands Hosts(PortBinding binding)
    {
        var options = Of<SsmOptions>(binding);
        return new SsmHosts(options, NodePools.Of(options), account);
    }

    public IFleet? Fleet(TargetState target) => target.Fleet is { } fleet ? new AwsFleet(Of<AwsFleetOptions>(fleet), account) : null;

    public IMetricSource Metrics(TargetState target) => new AwsMetrics(Of<AwsOptions>(target.Metrics), account);

    private static T Of<T>(PortBinding binding)
        where T : class => ReleaseJson.FromElement<T>(binding.Options);
}
