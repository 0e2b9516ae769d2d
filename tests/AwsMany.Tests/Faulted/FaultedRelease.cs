using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.LoadBalancing;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Trigger;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.VirtualCloud.Machine;
using BlueGreenServerless.VirtualCloud.Watching;

namespace BlueGreenServerless.AwsMany.Tests.Faulted;

/// <summary>One release in an account of its own, and what goes wrong with it: all of it drawn from the seed.</summary>
internal sealed class FaultedRelease : IAsyncDisposable
{
    /// <summary>Lambda calls the function of an event twice more, after one and after two minutes.</summary>
    private static readonly TimeSpan[] AgainAfter = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2)];

    private readonly List<string> told = [];

    private FaultedRelease(CloudMachine machine, Random random, ReleaseShape shape)
    {
        (Machine, Random, Shape) = (machine, random, shape);
        Place = new Place(machine.Aws, "shop", shape.Place);
        Before = [.. Place.Routes.Select(route => route.Actions)];
        Users = new Users(machine.Aws, Place);
        Watch = new TrafficWatch(machine.Aws, Place);
        machine.Functions.Called = _ => Users.Tell();
        machine.Aws.Recorder = Watch.Answered;
        machine.Aws.Balancers.Changed = rule =>
        {
            Users.Tell();
            Watch.Changed(rule);
        };
        machine.Aws.Balancers.Health = (_, _) => Clouds.Aws.LoadBalancing.TargetState.Healthy;
        machine.Aws.Alarms.Add("shop-5xx");
    }

    public CloudMachine Machine { get; }

    public Random Random { get; }

    public ReleaseShape Shape { get; }

    public Place Place { get; }

    public Users Users { get; }

    public TrafficWatch Watch { get; }

    /// <summary>The actions of each route before the release.</summary>
    public IReadOnlyList<JsonArray> Before { get; }

    public StageTrouble? StageTrouble { get; set; }

    /// <summary>How long the host stays away when it ends.</summary>
    public TimeSpan Away { get; set; }

    /// <summary>What goes wrong, in words.</summary>
    public string Story => $"{Shape}; {string.Join("; ", told)}";

    public ReleaseRequest Request => new(Shape.Configuration(Place), Machine.Artifact, "ann");

    public string Id { get; private set; } = "";

    public static async Task<FaultedRelease> StartAsync(int seed)
    {
        var random = new Random(seed);
        var release = new FaultedRelease(await CloudMachine.StartAsync(), random, ReleaseShape.Draw(random));
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            release.told.Add(Troubles.All[random.Next(Troubles.All.Count)](release));
        }

        release.Machine.Functions.Trouble = release.StageTrouble;
        return release;
    }

    /// <summary>A canary to which only this happens.</summary>
    public static async Task<FaultedRelease> StartAsync(int seed, Func<FaultedRelease, StageTrouble> trouble)
    {
        var random = new Random(seed);
        var release = new FaultedRelease(await CloudMachine.StartAsync(), random, ReleaseShape.Draw(random) with { Kind = StrategyKind.Canary });
        release.StageTrouble = release.Machine.Functions.Trouble = trouble(release);
        return release;
    }

    /// <returns>How it ended; null when it could not even be started.</returns>
    public async Task<Execution?> RunAsync()
    {
        if (await StartAsync() is not { } started)
        {
            return null;
        }

        Id = started.ReleaseId;
        var ended = Machine.Engine.WaitAsync("release", Id, CancellationToken.None);
        return await Machine.PassAsync(StageTrouble is null ? ended : ThroughTroubleAsync(ended));
    }

    public ValueTask DisposeAsync() => Machine.DisposeAsync();

    private async Task<TriggerResult?> StartAsync()
    {
        foreach (var wait in AgainAfter.Append(TimeSpan.Zero))
        {
            try
            {
                return await Machine.PassAsync(Machine.ReleaseAsync(Request));
            }
            catch (ReleaseException)
            {
                Machine.Time.Advance(wait);
            }
        }

        return null;
    }

    private async Task<Execution> ThroughTroubleAsync(Task<Execution> ended)
    {
        if (await Task.WhenAny(ended, StageTrouble!.Happened) == ended)
        {
            return await ended;
        }

        await Machine.RestartAsync(Away);
        return await Machine.Engine.WaitAsync("release", Id, CancellationToken.None);
    }
}
