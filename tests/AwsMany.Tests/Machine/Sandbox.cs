using Amazon.StepFunctions;
using BlueGreenServerless.AwsMany.Tests.Clock;
using BlueGreenServerless.Functions;
using BlueGreenServerless.Functions.Hosting;
using BlueGreenServerless.Functions.Hosting.Executions;
using BlueGreenServerless.Functions.Hosting.Logging;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws.Artifacts;
using BlueGreenServerless.Providers.Aws.Clients;
using BlueGreenServerless.Providers.Aws.Store;
using BlueGreenServerless.Testing.Time;

namespace BlueGreenServerless.AwsMany.Tests.Machine;

/// <summary>One process of a function: clients, ports and budgets of its own, as Lambda makes them.</summary>
internal sealed class Sandbox
{
    public Sandbox(AwsPlace place, HostSettings settings, IHttpProbe probe, Strands strands, VirtualTime clock, string folder)
    {
        var account = new AwsAccount(place, strands.Time);
        var machines = new Lazy<IAmazonStepFunctions>(() => new AmazonStepFunctionsClient(
            place.Given, new AmazonStepFunctionsConfig { ServiceURL = place.Endpoint!.AbsoluteUri, AuthenticationRegion = place.Region }));
        var logs = new JsonLoggerFactory(new JsonLines(TextWriter.Null, clock));
        Services = new StageServices(
            new CloudPorts(account), new S3ReleaseStore(account.Storage, settings.State.Host, "", strands.Time), new S3Artifacts(account.Storage, folder), probe,
            new StepFunctionsExecutions(machines, settings, strands.Time), strands.Time, logs);
        Stage = new StageHandler(new StageRunner(Services, settings.Prefix), new MetricLines(TextWriter.Null, clock), clock, logs);
    }

    public StageServices Services { get; }

    public StageHandler Stage { get; }
}
