using System.Collections.Concurrent;
using BlueGreenServerless.AwsStand.Sites;
using BlueGreenServerless.Clouds.Aws;
using BlueGreenServerless.Clouds.Aws.LoadBalancing;
using BlueGreenServerless.Clouds.Aws.Protocols;

namespace BlueGreenServerless.AwsStand.Watching;

/// <summary>
/// Looks at the production traffic of an app at every write, and between the writes all the time: a colour that gets more than before has
/// all of its targets healthy, weights sum to 100, and while the traffic is divided the lock is held.
/// </summary>
public sealed class TrafficWatch : IAsyncDisposable
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50);

    private readonly CloudAccount account;
    private readonly CloudApp app;
    private readonly ConcurrentQueue<TrafficWrite> writes = new();
    private readonly ConcurrentDictionary<string, bool> findings = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource stop = new();
    private readonly Task watching;
    private long looks;
    private int allWrites;

    internal TrafficWatch(CloudAccount account, CloudApp app)
    {
        (this.account, this.app) = (account, app);
        account.Listen(Hear);
        watching = WatchAsync();
    }

    /// <summary>Writes that AWS took, oldest first.</summary>
    public IReadOnlyList<TrafficWrite> Writes => [.. writes];

    /// <summary>Writes of any of the app's listeners, the test listener's too.</summary>
    public int AllWrites => Volatile.Read(ref allWrites);

    /// <summary>What was wrong at some moment.</summary>
    public IReadOnlyCollection<string> Findings => [.. findings.Keys];

    /// <summary>How often the traffic was looked at between the writes.</summary>
    public long Looks => Volatile.Read(ref looks);

    /// <summary>As the API shows it now.</summary>
    public (int Blue, int Green) Now => Shares(WeightedGroup.Of(app.Production.Default.Actions));

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await watching;
        stop.Dispose();
    }

    private void Hear(Exchange exchange)
    {
        if (exchange is not { Service: "elasticloadbalancing", Operation: "ModifyListener" or "ModifyRule", Answer.Status: 200 })
        {
            return;
        }

        var form = QueryForm.Read(exchange.Request.Text);
        var written = form["ListenerArn"]?.ToString() ?? form["RuleArn"]?.ToString();
        if (written == app.Test.Arn || written == app.Production.Arn)
        {
            Interlocked.Increment(ref allWrites);
        }

        if (written == app.Production.Arn)
        {
            Moved(Now);
        }
    }

    /// <summary>By what AWS made of the write: an action may name its only group in two ways.</summary>
    private void Moved((int Blue, int Green) shares)
    {
        var before = writes.LastOrDefault() ?? new TrafficWrite(default, 100, 0);
        var write = new TrafficWrite(account.Clock.GetUtcNow(), shares.Blue, shares.Green);
        writes.Enqueue(write);
        Check(write.Blue + write.Green == 100, $"a write gave blue {write.Blue} and green {write.Green}");
        CheckHealth(app.Blue, write.Blue > before.Blue, write);
        CheckHealth(app.Green, write.Green > before.Green, write);
    }

    private void CheckHealth(TargetGroup group, bool getsMore, TrafficWrite write)
    {
        var sick = getsMore ? group.Entries.Where(entry => entry.State != TargetState.Healthy).Select(entry => $"{entry.Target.Id} is {entry.State.State}").ToList() : [];
        Check(sick.Count == 0, $"{group.Name} got more traffic (blue {write.Blue}, green {write.Green}) while {string.Join(", ", sick)}");
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(_pause);
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Token))
            {
                // the lock is read first: a release has it long before it divides the traffic, and gives it back after
                var lease = await account.Store.FindLockAsync(app.Name, stop.Token);
                var (blue, green) = Now;
                Interlocked.Increment(ref looks);
                Check(blue + green == 100, $"blue has {blue} and green {green}");
                Check(lease is not null || blue is 0 or 100, $"blue has {blue} and green {green}, and nobody holds the lock");
            }
        }
        catch (OperationCanceledException)
        {
            // the app is going
            return;
        }
    }

    /// <summary>AWS gives the only group of an action the weight 1: whoever is alone has everything, whatever the number is.</summary>
    private (int Blue, int Green) Shares(IReadOnlyList<WeightedGroup> groups) => (Of(groups, app.Blue), Of(groups, app.Green)) switch
    {
        ( > 0, 0) => (100, 0),
        (0, > 0) => (0, 100),
        var both => both,
    };

    private static int Of(IReadOnlyList<WeightedGroup> groups, TargetGroup group) => groups.Where(weighted => weighted.Arn == group.Arn).Sum(weighted => weighted.Weight);

    private void Check(bool holds, string finding)
    {
        if (!holds)
        {
            findings.TryAdd(finding, true);
        }
    }
}
