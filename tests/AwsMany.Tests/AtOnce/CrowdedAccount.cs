using BlueGreenServerless.Clouds.Aws.LoadBalancing;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Functions.Trigger;
using BlueGreenServerless.Plans;
using BlueGreenServerless.VirtualCloud.Machine;

namespace BlueGreenServerless.AwsMany.Tests.AtOnce;

/// <summary>An account with some apps that are in their rollback window and many that are about to be released.</summary>
internal sealed class CrowdedAccount : IAsyncDisposable
{
    private readonly List<Place> places;
    private readonly List<Users> users;
    private readonly int live;
    private DateTimeOffset began;
    private int throttled;
    private int calls;

    private CrowdedAccount(CloudMachine machine, int live, int others)
    {
        (Machine, this.live) = (machine, live);
        machine.Aws.Balancers.Health = (_, _) => Clouds.Aws.LoadBalancing.TargetState.Healthy;
        places = [.. Enumerable.Range(0, live + others).Select(number => new Place(machine.Aws, $"app-{number}", new PlaceShape()))];
        users = [.. places.Select(place => new Users(machine.Aws, place))];
        machine.Functions.Called = function => users.ForEach(each => Tell(function, each));
        machine.Aws.Recorder = exchange => Count(exchange.Service, exchange.Answer.Status, exchange.Answer.Text);
    }

    public CloudMachine Machine { get; }

    public int Throttled => throttled;

    public int Calls => calls;

    /// <summary>Time since the others began.</summary>
    public TimeSpan Passed => Machine.Time.GetUtcNow() - began;

    public static async Task<CrowdedAccount> StartAsync(int live, int others)
    {
        var account = new CrowdedAccount(await CloudMachine.StartAsync(options => options with { LoadBalancerLimits = true }, shared: false), live, others);
        await account.Machine.PassAsync(account.ReleaseAsync(Enumerable.Range(0, live)));
        return account;
    }

    public Task<Execution[]> ReleaseOthersAsync()
    {
        (began, throttled, calls) = (Machine.Time.GetUtcNow(), 0, 0);
        return ReleaseAsync(Enumerable.Range(live, places.Count - live));
    }

    /// <summary>An alarm of an app in its window; how long until the traffic was written back.</summary>
    public async Task<TimeSpan> RollBackAsync(int number, TimeSpan after = default)
    {
        await Task.Delay(after, Machine.Time, CancellationToken.None);
        var (place, fired) = (places[number], Machine.Time.GetUtcNow());
        var written = new TaskCompletionSource<DateTimeOffset>(TaskCreationOptions.RunContinuationsAsynchronously);
        Machine.Aws.Balancers.Changed += rule => Note(rule, place, written);
        await Machine.RollbackAsync(new RollbackRequest(place.Name, "CloudWatch", "alarm", Alarm: true));
        return await written.Task - fired;
    }

    public ValueTask DisposeAsync() => Machine.DisposeAsync();

    private async Task<Execution[]> ReleaseAsync(IEnumerable<int> numbers)
    {
        var started = await Task.WhenAll(numbers.Select(number => Machine.ReleaseAsync(Request(places[number]))));
        return await Task.WhenAll(started.Select(one => Machine.Engine.WaitAsync("release", one.ReleaseId, CancellationToken.None)));
    }

    private ReleaseRequest Request(Place place) => new(
        new ReleaseConfiguration
        {
            App = place.Name, Strategy = new StrategyPlan { Pause = TimeSpan.FromSeconds(30), Bake = TimeSpan.FromMinutes(1) }, Install = new InstallPlan { Directory = "/srv/shop" }, Targets = [place.Plan()],
        },
        Machine.Artifact, "ann");

    private void Note(Rule rule, Place place, TaskCompletionSource<DateTimeOffset> written)
    {
        if (rule == place.Routes[0] && WeightedGroup.Of(rule.Actions).Any(group => group.Arn == place.Blue.Arn && group.Weight > 0))
        {
            written.TrySetResult(Machine.Time.GetUtcNow());
        }
    }

    private static void Tell(string function, Users users)
    {
        if (function.Contains("-Observe-", StringComparison.Ordinal))
        {
            users.Tell();
        }
    }

    private void Count(string service, int status, string text)
    {
        if (service == "elasticloadbalancing")
        {
            Interlocked.Increment(ref calls);
            Interlocked.Add(ref throttled, status == 400 && text.Contains("Throttling", StringComparison.Ordinal) ? 1 : 0);
        }
    }
}
