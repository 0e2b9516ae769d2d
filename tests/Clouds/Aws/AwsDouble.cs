using System.Collections.Concurrent;
using BlueGreenServerless.Clouds.Aws.AutoScaling;
using BlueGreenServerless.Clouds.Aws.CloudWatch;
using BlueGreenServerless.Clouds.Aws.CodePipeline;
using BlueGreenServerless.Clouds.Aws.Events;
using BlueGreenServerless.Clouds.Aws.Faults;
using BlueGreenServerless.Clouds.Aws.Http;
using BlueGreenServerless.Clouds.Aws.LoadBalancing;
using BlueGreenServerless.Clouds.Aws.Protocols;
using BlueGreenServerless.Clouds.Aws.S3;
using BlueGreenServerless.Clouds.Aws.SecurityToken;
using BlueGreenServerless.Clouds.Aws.StepFunctions;
using BlueGreenServerless.Clouds.Aws.SystemsManager;
using BlueGreenServerless.Clouds.Aws.Traffic;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Testing.Secrets;

namespace BlueGreenServerless.Clouds.Aws;

/// <summary>An AWS account on 127.0.0.1: clients of AWS are pointed at its address and do not see a difference.</summary>
public sealed class AwsDouble : IAsyncDisposable
{
    private readonly HealthMonitor health;
    private readonly StepFunctionsService states;
    private LoopbackListener? listener;
    private HaproxyTraffic? traffic;
    private StateMachines? machines;

    private AwsDouble(AwsDoubleOptions options)
    {
        Options = options;
        Events = new EventBus(options);
        Storage = new Storage(options, Events);
        Balancers = new Balancers(options);
        health = new HealthMonitor(Balancers);
        Parameters = new Parameters(options);
        RunCommand = new RunCommand(options, Events, Storage, Nodes);
        Alarms = new Alarms(options, Events);
        ScalingGroups = new ScalingGroups(options);
        Pipelines = new Pipelines(options);
        states = new StepFunctionsService(options, Events, () => machines);
    }

    public AwsDoubleOptions Options { get; }

    /// <summary>The endpoint of every service.</summary>
    public Uri Url => listener!.Url;

    public EventBus Events { get; }

    public FaultPlan Faults { get; } = new();

    public Storage Storage { get; }

    public Balancers Balancers { get; }

    /// <summary>Instances and other machines with an agent.</summary>
    public Nodes Nodes { get; } = new();

    public RunCommand RunCommand { get; }

    public Parameters Parameters { get; }

    public Alarms Alarms { get; }

    public Metrics Metrics { get; } = new();

    public ScalingGroups ScalingGroups { get; }

    public Pipelines Pipelines { get; }

    /// <summary>How often each operation was called, by <c>service:operation</c>; refused and failed calls too.</summary>
    public ConcurrentDictionary<string, int> Calls { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets every exchange; null for nobody.</summary>
    public Action<Exchange>? Recorder { get; set; }

    public static async Task<AwsDouble> StartAsync(AwsDoubleOptions? options = null)
    {
        var aws = new AwsDouble(options ?? new AwsDoubleOptions());
        var door = new FrontDoor(aws, aws.Services());
        aws.listener = await LoopbackListener.StartAsync(aws.Options.Port, door.AnswerAsync);
        return aws;
    }

    /// <summary>
    /// Makes the listeners real: a HAProxy carries their traffic and CloudWatch gets its metrics. Listeners and groups may also be added later.
    /// </summary>
    public async Task StartTrafficAsync()
    {
        traffic = await HaproxyTraffic.StartAsync(Balancers, Metrics);
        (Balancers.Traffic, health.Checked) = (traffic.FollowAsync, traffic.FollowAsync);
    }

    /// <summary>Makes Step Functions answer for the engine's state machines. The engine stays the caller's.</summary>
    /// <param name="engine">Runs them, with the same clock as the double.</param>
    /// <param name="definitions">Those that it was made with.</param>
    public void UseEngine(EmbeddedEngine engine, IReadOnlyCollection<StateMachineDefinition> definitions) =>
        machines = new StateMachines(engine, definitions, Options.Clock.GetUtcNow());

    /// <summary>Tells EventBridge how an execution goes on that was not started over the API but by another one.</summary>
    public void Follow(string machine, string name) => states.Follow(machine, name);

    public async ValueTask DisposeAsync()
    {
        await listener!.DisposeAsync();
        Balancers.Traffic = null;
        await health.DisposeAsync();
        await (traffic?.DisposeAsync() ?? ValueTask.CompletedTask);
        await RunCommand.StopAsync();
        await ScalingGroups.StopAsync();
        LeakSearch.Current.FailIfFound();
    }

    private IReadOnlyList<IAwsService> Services() =>
    [
        // The first one also answers requests that say no service, because they are not signed
        new S3Service(Storage),
        new BalancingService(Balancers).Service(),
        new SystemsManagerService(Options, RunCommand, Nodes, Parameters).Service(),
        new CloudWatchService(Options, Alarms, Metrics).Service(),
        new AutoScalingService(Options, ScalingGroups).Service(),
        states.Service(),
        new EventBridgeService(Options, Events).Service(),
        new CodePipelineService(Pipelines).Service(),
        new SecurityTokenService(Options).Service(),
    ];
}
