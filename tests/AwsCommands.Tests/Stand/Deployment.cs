using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Lambda.TestUtilities;
using Amazon.Runtime;
using Amazon.StepFunctions;
using BlueGreenServerless.AwsCommands.Tests.Stand;
using BlueGreenServerless.Clouds.Aws;
using BlueGreenServerless.Configuration;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions;
using BlueGreenServerless.Functions.Hosting;
using BlueGreenServerless.Functions.Hosting.Events;
using BlueGreenServerless.Functions.Hosting.Executions;
using BlueGreenServerless.Functions.Hosting.Logging;
using BlueGreenServerless.Functions.Hosting.Triggers;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Aws.Artifacts;
using BlueGreenServerless.Providers.Aws.Clients;
using BlueGreenServerless.Providers.Aws.Store;
using BlueGreenServerless.Providers.Registry;
using BlueGreenServerless.Testing.Fakes;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Sites;
using Microsoft.Extensions.Logging.Abstractions;

[assembly: AssemblyFixture(typeof(Deployment))]

namespace BlueGreenServerless.AwsCommands.Tests.Stand;

/// <summary>
/// A deployment in a double of AWS: the real state machines, stages, store and upload trigger; only load balancers and hosts are in memory.
/// Tests share it, each with an app of its own.
/// </summary>
public sealed class Deployment : IAsyncLifetime, IFunctionHost
{
    private readonly TemporaryDirectory files = new();
    private readonly FakePorts fakes = new(TimeProvider.System);
    private EmbeddedEngine? engine;
    private StageRunner? runner;

    public AwsDouble Aws { get; private set; } = null!;

    public IReleaseStore Store { get; private set; } = null!;

    public IAmazonStepFunctions Machines { get; private set; } = null!;

    /// <summary>What events of uploads were refused with.</summary>
    public ConcurrentQueue<string> Refused { get; } = [];

    /// <summary>What a shell that is signed in to the account has.</summary>
    public IReadOnlyDictionary<string, string> Shell => AwsShell.Of(Aws);

    public FakeRouter RouterOf(string app) => fakes.RouterOf(app);

    public FakeHosts HostsOf(string app) => fakes.HostsOf(app);

    public FakeMetrics MetricsOf(string app) => fakes.MetricsOf(app);

    public async ValueTask InitializeAsync()
    {
        Aws = await AwsDouble.StartAsync(new AwsDoubleOptions { PageSize = 20 });
        var settings = DeployedThings.Make(Aws);
        foreach (var (name, value) in Shell)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        var account = new AwsAccount(new AwsPlace(), TimeProvider.System);
        Machines = new AmazonStepFunctionsClient(
            new BasicAWSCredentials(Aws.Options.Keys[0].Id, Aws.Options.Keys[0].Secret),
            new AmazonStepFunctionsConfig { ServiceURL = Aws.Url.ToString(), AuthenticationRegion = Aws.Options.Region });
        Store = new S3ReleaseStore(account.Storage, settings.State.Host, "", TimeProvider.System);
        var services = new StageServices(
            new MemoryPorts(fakes), Store, new S3Artifacts(account.Storage, files.Path), new FakeProbe(),
            new StepFunctionsExecutions(new Lazy<IAmazonStepFunctions>(Machines), settings, TimeProvider.System), TimeProvider.System, NullLoggerFactory.Instance);
        runner = new StageRunner(services, settings.Prefix);
        StartMachines(settings);
        Aws.Events.Subscribe(happened => OnUploadAsync(services, settings, happened));
    }

    public Task<JsonElement> InvokeAsync(string functionName, JsonElement payload, CancellationToken cancellationToken) =>
        runner!.InvokeAsync(functionName, payload, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await engine!.DisposeAsync();
        await Aws.DisposeAsync();
        Machines.Dispose();
        files.Dispose();
    }

    private void StartMachines(HostSettings settings)
    {
        var substitutions = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["FunctionPrefix"] = settings.Prefix, ["RollbackStateMachineArn"] = settings.MachineArn("rollback"), ["StandbyStateMachineArn"] = settings.MachineArn("standby"),
        };
        var definitions = new[] { "release", "rollback", "standby" }.Select(name => StateMachineDefinition.Load(
            $"{settings.Prefix}-{name}", File.ReadAllText(Repository.Path("statemachine", $"{name}.asl.json")), substitutions)).ToList();
        engine = new EmbeddedEngine(new EngineOptions { JournalPath = files.Below("executions.db"), Definitions = definitions, Functions = this });
        Aws.UseEngine(engine, definitions);
    }

    private async Task OnUploadAsync(StageServices services, HostSettings settings, JsonObject happened)
    {
        if (happened["source"]!.ToString() != OnArtifact.Source || happened["detail"]!["bucket"]!["name"]!.ToString() != settings.Artifacts.Host)
        {
            return;
        }

        var frame = new EventFrame(settings, new MetricLines(TextWriter.Null, TimeProvider.System), TimeProvider.System, NullLoggerFactory.Instance);
        var configurations = new Configurations(new S3Storage(), settings, new ConfigurationReader(ProviderRegistry.Discover().All));
        try
        {
            await new OnArtifact(frame, services, configurations).RunAsync(
                new MemoryStream(Encoding.UTF8.GetBytes(happened.ToJsonString())), new TestLambdaContext { RemainingTime = TimeSpan.FromMinutes(5), AwsRequestId = "r" });
        }
        catch (ReleaseException refused)
        {
            Refused.Enqueue($"{happened["detail"]!["object"]!["key"]}: {refused.Message}");
        }
    }
}
