using Amazon.StepFunctions;
using BlueGreenServerless.Functions;
using BlueGreenServerless.Functions.Hosting;
using BlueGreenServerless.Functions.Hosting.Executions;
using BlueGreenServerless.Functions.Hosting.Logging;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws.Artifacts;
using BlueGreenServerless.Providers.Aws.Clients;
using BlueGreenServerless.Providers.Aws.Store;
using BlueGreenServerless.Providers.DigitalOcean;
using BlueGreenServerless.Providers.HAProxy;
using BlueGreenServerless.Providers.Local;
using BlueGreenServerless.Providers.Ovh;
using BlueGreenServerless.Providers.Registry;
using BlueGreenServerless.Testing.Secrets;
using BlueGreenServerless.Testing.Time;
using BlueGreenServerless.VirtualCloud.Clock;

namespace BlueGreenServerless.VirtualCloud.Machine;

/// <summary>One process of a function: clients, ports and budgets of its own, as Lambda makes them.</summary>
internal sealed class Sandbox
{
    /// <param name="folder">For what is downloaded.</param>
    /// <param name="workDirectory">For state that outlives the process; null as in a Lambda.</param>
    public Sandbox(AwsPlace place, HostSettings settings, IHttpProbe probe, Strands strands, VirtualTime clock, string folder, string? workDirectory)
    {
        var account = new AwsAccount(place, strands.Time);
        var machines = new Lazy<IAmazonStepFunctions>(() => new AmazonStepFunctionsClient(
            place.Given, new AmazonStepFunctionsConfig { ServiceURL = place.Endpoint!.AbsoluteUri, AuthenticationRegion = place.Region }));
        var logs = new JsonLoggerFactory(new JsonLines(new SearchedLines("the log of a function"), clock));
        Services = new StageServices(
            new ProviderPorts(Registry(account), strands.Time, Notes(account, settings, strands.Time, workDirectory)), new S3ReleaseStore(account.Storage, settings.State.Host, "", strands.Time), new S3Artifacts(account.Storage, folder), probe,
            new StepFunctionsExecutions(machines, settings, strands.Time), strands.Time, logs);
        Stage = new StageHandler(new StageRunner(Services, settings.Prefix), new MetricLines(new SearchedLines("the metrics of a function"), clock), clock, logs);
    }

    public StageServices Services { get; }

    public StageHandler Stage { get; }

    private static INotes Notes(AwsAccount account, HostSettings settings, TimeProvider time, string? workDirectory) =>
        workDirectory is null ? new S3Notes(account.Storage, settings.State.Host, time) : new FileNotes(workDirectory);

    private static ProviderRegistry Registry(AwsAccount account) =>
        new([new PointedAws(account), new PointedSsm(account), new OvhProvider(), new OvhCloudProvider(), new DigitalOceanProvider(), new HAProxyProvider()]);
}
