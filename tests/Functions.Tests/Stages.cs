using BlueGreenServerless.Documents;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Serialization;
using BlueGreenServerless.Testing.Fakes;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;
using Microsoft.Extensions.Logging.Abstractions;

namespace BlueGreenServerless.Functions.Tests;

/// <summary>Fakes, the services made of them, and documents at the points where stages see them.</summary>
internal sealed class Stages
{
    public const string Id = "shop-2-abc";

    public Stages() => Services = new StageServices(
        World.Ports, World.Store, World.Artifacts, World.Probe, World.Executions, World.Time, NullLoggerFactory.Instance);

    public FakeWorld World { get; } = new();

    public StageServices Services { get; }

    public MemoryReleaseStore Store => World.Store;

    public FakeRouter Router => World.Ports.RouterOf("t1");

    public FakeHosts Hosts => World.Ports.HostsOf("t1");

    public FakeMetrics Metrics => World.Ports.MetricsOf("t1");

    public DateTimeOffset Now => World.Time.GetUtcNow();

    public static CancellationToken None => CancellationToken.None;

    public ReleaseConfiguration Configuration { get; init; } = FakeWorld.Configuration();

    public static Artifact Artifact { get; } = new(new Uri("file:///shop.tgz"), "2", FakeArtifacts.Digest, 1024);

    public ReleaseRequest Request(string version = "2", int attempt = 1, WhenBusy whenBusy = WhenBusy.QueueNewest) =>
        new(Configuration with { WhenBusy = whenBusy }, Artifact with { Version = version }, "ann", attempt);

    /// <summary>A document of the release machine with every target inspected.</summary>
    public Release Document(string id = Id, string version = "2") => new()
    {
        Header = new ReleaseHeader(id, "shop", Artifact with { Version = version }, "ann", Now),
        Plan = Configuration.WithoutTargets(),
        Progress = new Progress { Targets = Configuration.Targets.Count, Since = Now },
        Targets = [.. Configuration.Targets.Select(Target)],
    };

    /// <summary>The document of a branch, with the target as given.</summary>
    public TargetRelease Branch(Func<TargetState, TargetState>? change = null, int index = 0, Progress? progress = null)
    {
        var target = Target(Configuration.Targets[index]);
        return new TargetRelease
        {
            Header = new ReleaseHeader(Id, "shop", Artifact, "ann", Now),
            Plan = Configuration.WithoutTargets(),
            Progress = progress ?? new Progress { Targets = Configuration.Targets.Count },
            Target = change is null ? target : change(target),
            Index = index,
        };
    }

    /// <summary>A branch on the ramp: proven, attached, meant to be at this percentage.</summary>
    public TargetRelease Shifting(int percent, TrafficSplit? known = null)
    {
        Router.Attached.Add(Color.Green);
        return Branch(
            target => target with { SeenHealthy = true, Split = known ?? TrafficSplit.All(Color.Blue) },
            progress: new Progress { Phase = Phase.Ramp, Percent = percent, ShiftStarted = true });
    }

    /// <summary>Takes the lock and saves the record, as Plan and Decide do.</summary>
    public async Task<Release> RunningAsync(Release? document = null)
    {
        document ??= Document();
        var grant = await Store.AcquireLockAsync("shop", document.Header.Id, TimeSpan.FromHours(1), None);
        document = document with { Lock = grant };
        await Store.SaveAsync(Records.ReleaseRecord.Of(document, null), grant, None);
        return document;
    }

    public static Release Shifted(Release document) => document with
    {
        Decision = Decision.Complete,
        Progress = document.Progress with { Phase = Phase.Bake, Percent = 100, Step = 3, ShiftStarted = true },
    };

    private TargetState Target(TargetPlan plan) => new()
    {
        Name = plan.Name, Router = plan.Router, Hosts = plan.Hosts, Fleet = plan.Fleet, Metrics = plan.Router, Live = Color.Blue,
        Split = TrafficSplit.All(Color.Blue), Snapshot = ReleaseJson.ToElement(new { Blue = 100, Green = 0, Rules = "as the operator wrote them" }),
    };
}
