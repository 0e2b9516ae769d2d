using System.Collections.Concurrent;
using BlueGreenServerless.Clouds.Aws.Events;
using BlueGreenServerless.Clouds.Aws.Faults;
using BlueGreenServerless.Clouds.Aws.Http;
using BlueGreenServerless.Clouds.Aws.LoadBalancing;
using BlueGreenServerless.Clouds.Aws.S3;

namespace BlueGreenServerless.Clouds.Aws;

/// <summary>An AWS account on 127.0.0.1: clients of AWS are pointed at its address and do not see a difference.</summary>
public sealed class AwsDouble : IAsyncDisposable
{
    private readonly HealthMonitor health;
    private LoopbackListener? listener;

    private AwsDouble(AwsDoubleOptions options)
    {
        Options = options;
        Events = new EventBus(options);
        Storage = new Storage(options, Events);
        Balancers = new Balancers(options);
        health = new HealthMonitor(Balancers);
    }

    public AwsDoubleOptions Options { get; }

    /// <summary>The endpoint of every service.</summary>
    public Uri Url => listener!.Url;

    public EventBus Events { get; }

    public FaultPlan Faults { get; } = new();

    public Storage Storage { get; }

    public Balancers Balancers { get; }

    /// <summary>How often each operation was called, by <c>service:operation</c>; refused and failed calls too.</summary>
    public ConcurrentDictionary<string, int> Calls { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets every exchange; null for nobody.</summary>
    public Action<Exchange>? Recorder { get; set; }

    public static async Task<AwsDouble> StartAsync(AwsDoubleOptions? options = null)
    {
        var aws = new AwsDouble(options ?? new AwsDoubleOptions());
        var door = new FrontDoor(aws, [new S3Service(aws.Storage), new BalancingService(aws.Balancers).Service()]);
        aws.listener = await LoopbackListener.StartAsync(aws.Options.Port, door.AnswerAsync);
        return aws;
    }

    public async ValueTask DisposeAsync()
    {
        await listener!.DisposeAsync();
        await health.DisposeAsync();
    }
}
