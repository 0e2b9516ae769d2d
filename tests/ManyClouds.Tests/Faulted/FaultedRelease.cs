using System.Collections.Concurrent;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Trigger;
using BlueGreenServerless.ManyClouds.Tests.Fronts;
using BlueGreenServerless.Plans;
using BlueGreenServerless.VirtualCloud.Machine;

namespace BlueGreenServerless.ManyClouds.Tests.Faulted;

/// <summary>One release to four clouds, and what goes wrong with it: all of it drawn from the seed.</summary>
internal sealed class FaultedRelease : IAsyncDisposable
{
    private static readonly TimeSpan UsualRollback = new DeadlinesPlan().Rollback;
    private static readonly TimeSpan ShortRollback = TimeSpan.FromMinutes(10);

    private readonly List<string> told = [];
    private readonly ConcurrentBag<ITimer> timers = [];
    private readonly List<ITimer> tellers = [];
    private readonly List<Task<bool>> telling = [];

    private FaultedRelease(FourClouds clouds, Random random, CloudsShape shape, bool isLasting) => (Clouds, Random, Shape, IsLasting) = (clouds, random, shape, isLasting);

    public FourClouds Clouds { get; }

    public CloudMachine Machine => Clouds.Machine;

    public Random Random { get; }

    public CloudsShape Shape { get; }

    /// <summary>What goes wrong outlasts the time that a rollback has.</summary>
    public bool IsLasting { get; }

    /// <summary>What every target was like before.</summary>
    public IReadOnlyDictionary<Front, string> Before { get; private set; } = new Dictionary<Front, string>();

    public StageTrouble? StageTrouble { get; set; }

    /// <summary>How long the host stays away when it ends.</summary>
    public TimeSpan Away { get; set; }

    public Mishaps Mishaps { get; } = new();

    /// <summary>What goes wrong, in words.</summary>
    public string Story => $"{Shape}; {string.Join("; ", told)}";

    /// <summary>The end of a rollback that somebody started when the release was complete; null for most.</summary>
    public Execution? TakenBack { get; private set; }

    /// <summary>What could not be put back before the deadline of the rollback was over; none for most.</summary>
    public IReadOnlyList<Front> AwayTargets { get; set; } = [];

    /// <summary>When it ended.</summary>
    public DateTimeOffset Ended { get; private set; }

    public string Id { get; private set; } = "";

    public static async Task<FaultedRelease> StartAsync(int seed, bool isLasting, Lane lane, int dropletPort)
    {
        var random = new Random(seed);
        var shape = CloudsShape.Draw(random);
        var release = new FaultedRelease(await FourClouds.StartAsync(lane, dropletPort, shape), random, shape, isLasting);
        release.Before = await release.ReadAsync();
        release.Draw(isLasting ? Troubles.Lasting : Troubles.Passing);
        if (random.Next(4) == 0)
        {
            release.Draw(Troubles.Passing);
        }

        release.Machine.Functions.Trouble = release.StageTrouble;
        return release;
    }

    /// <summary>Does something at a time of the release, while nobody is at work.</summary>
    public void At(TimeSpan after, Action what) =>
        timers.Add(Machine.Time.CreateTimer(_ => what(), null, after, Timeout.InfiniteTimeSpan));

    /// <inheritdoc cref="At(TimeSpan, Action)"/>
    /// <param name="kind">What goes wrong then.</param>
    public void At(TimeSpan after, string kind, Action what)
    {
        var happens = Mishaps.Plan(kind);
        At(after, () =>
        {
            happens();
            what();
        });
    }

    /// <summary>Somebody tells something while it runs.</summary>
    /// <param name="tell">Says whether it was heard.</param>
    public void TellAt(TimeSpan after, string kind, Func<Task<bool>> tell)
    {
        var happens = Mishaps.Plan(kind);
        var timer = Machine.Time.CreateTimer(_ => telling.Add(TellAsync(tell, happens)), null, after, Timeout.InfiniteTimeSpan);
        tellers.Add(timer);
    }

    /// <summary>What every target is like now.</summary>
    public async Task<IReadOnlyDictionary<Front, string>> ReadAsync()
    {
        var read = new Dictionary<Front, string>();
        foreach (var front in Clouds.Fronts)
        {
            read[front] = await front.ReadAsync();
        }

        return read;
    }

    /// <returns>How it ended; null when it could not even be started.</returns>
    public async Task<Execution?> RunAsync()
    {
        try
        {
            Id = (await Machine.PassAsync(Machine.ReleaseAsync(new ReleaseRequest(Shape.Configuration(Clouds, IsLasting ? ShortRollback : UsualRollback), Machine.Artifact, "ann")))).ReleaseId;
        }
        catch (ReleaseException)
        {
            return null;
        }

        var ended = Machine.Engine.WaitAsync("release", Id, CancellationToken.None);
        var release = await Machine.PassAsync(StageTrouble is null ? ended : ThroughTroubleAsync(ended));
        Ended = Machine.Time.GetUtcNow();
        tellers.ForEach(teller => teller.Dispose());
        foreach (var tells in telling)
        {
            await Machine.PassAsync(tells);
        }

        var running = await Machine.Engine.ListAsync(ExecutionStatus.Running);
        TakenBack = running.FirstOrDefault(execution => execution.Machine == "rollback") is { } rollback
            ? await Machine.PassAsync(Machine.Engine.WaitAsync("rollback", rollback.Name, CancellationToken.None)) : null;
        Mishaps.End();
        return release;
    }

    /// <summary>As somebody does who has made the clouds reachable again.</summary>
    public async Task<Execution> RollBackAsync()
    {
        var started = await Machine.PassAsync(Machine.RollbackAsync(new RollbackRequest("shop", "ann", "it could not be put back", Id)));
        return await Machine.PassAsync(Machine.Engine.WaitAsync("rollback", started.Execution!, CancellationToken.None));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var timer in timers)
        {
            timer.Dispose();
        }

        await Clouds.DisposeAsync();
    }

    private void Draw(IReadOnlyList<Func<FaultedRelease, string>> troubles) => told.Add(troubles[Random.Next(troubles.Count)](this));

    private static async Task<bool> TellAsync(Func<Task<bool>> tell, Action happens)
    {
        var isHeard = await tell();
        if (isHeard)
        {
            happens();
        }

        return isHeard;
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
