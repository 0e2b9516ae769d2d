using System.Collections.Concurrent;
using BlueGreenServerless.Clouds.Aws.Faults;
using BlueGreenServerless.Clouds.Aws.Http;
using BlueGreenServerless.Clouds.DigitalOcean.Droplets;
using BlueGreenServerless.Clouds.DigitalOcean.LoadBalancers;
using BlueGreenServerless.Clouds.DigitalOcean.Traffic;
using BlueGreenServerless.Testing.Secrets;

namespace BlueGreenServerless.Clouds.DigitalOcean;

/// <summary>An account of DigitalOcean on 127.0.0.1: clients are pointed at its address and do not see a difference.</summary>
public sealed class DigitalOceanDouble : IAsyncDisposable
{
    private readonly ConcurrentBag<Task> following = [];
    private readonly CancellationTokenSource stop = new();
    private LoopbackListener? listener;
    private BalancerTraffic? traffic;

    private DigitalOceanDouble(DigitalOceanDoubleOptions options)
    {
        Options = options;
        Droplets = new DropletCloud(options) { Changed = Follow };
        Balancers = new BalancerCloud(options, Droplets) { Changed = Follow };
    }

    public DigitalOceanDoubleOptions Options { get; }

    /// <summary>Address of the API, without <c>/v2/</c>.</summary>
    public Uri Url => listener!.Url;

    public DropletCloud Droplets { get; }

    public BalancerCloud Balancers { get; }

    /// <summary>By service (droplets, actions, tags, load_balancers) and operation.</summary>
    public FaultPlan Faults { get; } = new();

    /// <summary>How often each operation was called, by <c>service:operation</c>; refused and failed calls too.</summary>
    public ConcurrentDictionary<string, int> Calls { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets every request; null for nobody.</summary>
    public Action<WireRequest>? Recorder { get; set; }

    public static async Task<DigitalOceanDouble> StartAsync(DigitalOceanDoubleOptions? options = null)
    {
        var cloud = new DigitalOceanDouble(options ?? new DigitalOceanDoubleOptions());
        var door = new FrontDoor(cloud, Routes.Of(cloud));
        cloud.listener = await LoopbackListener.StartAsync(0, door.AnswerAsync);
        return cloud;
    }

    /// <summary>Makes the load balancers real: a HAProxy carries their traffic.</summary>
    public async Task StartTrafficAsync() => traffic = await BalancerTraffic.StartAsync(this);

    public async ValueTask DisposeAsync()
    {
        await listener!.DisposeAsync();
        await stop.CancelAsync();
        await Task.WhenAll(following);
        await (traffic?.DisposeAsync() ?? ValueTask.CompletedTask);
        stop.Dispose();
        LeakSearch.Current.FailIfFound();
    }

    private void Follow()
    {
        if (traffic is not null)
        {
            following.Add(FollowAsync(traffic));
        }
    }

    private async Task FollowAsync(BalancerTraffic real)
    {
        try
        {
            await Task.Delay(Options.Propagation, Options.Clock, stop.Token);
            await real.FollowAsync();
        }
        catch (OperationCanceledException)
        {
            // the double is going
            return;
        }
    }
}
