using BlueGreenServerless.Engine;
using BlueGreenServerless.Functions;
using BlueGreenServerless.Functions.Trigger;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Testing.Fakes;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Traffic;
using Microsoft.Extensions.Logging.Abstractions;

namespace BlueGreenServerless.StateMachine.Tests.Releases;

/// <summary>The real definitions and functions on the real engine, over fakes and a clock that the test moves.</summary>
internal sealed class ReleaseMachine : IAsyncDisposable
{
    private static readonly TimeSpan LongerThanAnyTask = TimeSpan.FromSeconds(130);

    private readonly TemporaryDirectory folder = new("release-machine-");
    private readonly List<StateMachineDefinition> definitions;
    private EmbeddedEngine engine;
    private bool isUnhung;

    public ReleaseMachine()
    {
        Services = new StageServices(
            World.Ports, World.Store, World.Artifacts, World.Probe, new LateExecutions(() => engine!), World.Time, NullLoggerFactory.Instance);
        Stages = new FaultyStages(new StageRunner(Services));
        definitions = [.. new[] { "release", "rollback", "standby" }.Select(Load)];
        engine = NewEngine();
        Serve("t1");
        Serve("t2");
    }

    public FakeWorld World { get; } = new();

    public StageServices Services { get; }

    public FaultyStages Stages { get; }

    public TriggerFunction Trigger => new(Services);

    public FakeRouter Router => World.Ports.RouterOf("t1");

    /// <summary>Errors in a hundred requests to the new colour.</summary>
    public int ErrorsInHundred { get; set; }

    public ReleaseConfiguration Configuration { get; set; } = FakeWorld.Configuration(targets: 2) with
    {
        Strategy = new StrategyPlan { Steps = [5, 50, 100], Bake = TimeSpan.FromMinutes(2) },
    };

    public ReleaseRequest Request(string version = "2") =>
        new(Configuration, new Artifact(new Uri($"file:///shop-{version}.tgz"), version, FakeArtifacts.Digest), "ann");

    /// <summary>Starts a release and runs it to its end, through a kill of the engine if that is the fault.</summary>
    public async Task<Execution> ReleaseAsync(string version = "2")
    {
        var started = await Trigger.ReleaseAsync(Request(version), CancellationToken.None);
        return await FinishAsync("release", started.ReleaseId);
    }

    public async Task<Execution> FinishAsync(string machine, string name)
    {
        var ended = engine.WaitAsync(machine, name, CancellationToken.None);
        while (!ended.IsCompleted)
        {
            var idle = engine.WhenIdleAsync();
            await (isUnhung ? Task.WhenAny(idle, ended) : Task.WhenAny(idle, ended, Stages.Hanging.Task));
            if (!isUnhung && Stages.Hanging.Task.IsCompleted)
            {
                ended = await UnhangAsync(machine, name, ended);
            }
            else if (!await IsRunningAsync(machine, name) || !World.Time.AdvanceToNext())
            {
                await ended;
            }
        }

        return await ended;
    }

    /// <summary>An execution that has just ended must not have the clock moved on to the end of its standby window.</summary>
    private async Task<bool> IsRunningAsync(string machine, string name) =>
        (await engine.DescribeAsync(machine, name))?.Status == ExecutionStatus.Running;

    /// <summary>Lets time pass until all have ended.</summary>
    public async Task UntilAllEndedAsync(string machine, IReadOnlyList<string> names)
    {
        var all = Task.WhenAll(names.Select(name => engine.WaitAsync(machine, name, CancellationToken.None)));
        await World.Time.RunUntilAsync(async () => all.IsCompleted || !await AnyRunsAsync(machine), () => Task.WhenAny(engine.WhenIdleAsync(), all));
        await all;
    }

    private async Task<bool> AnyRunsAsync(string machine) =>
        (await engine.ListAsync(ExecutionStatus.Running, limit: 5000)).Any(execution => execution.Machine == machine);

    /// <summary>At each reading a hundred requests to each colour of the target that has traffic.</summary>
    public void Serve(string target)
    {
        var (router, metrics) = (World.Ports.RouterOf(target), World.Ports.MetricsOf(target));
        metrics.OnRead = () =>
        {
            foreach (var color in Enum.GetValues<Color>().Where(color => router.Split.Of(color) > 0))
            {
                metrics.Serve(color, 100, color == Color.Green ? ErrorsInHundred : 0);
            }
        };
    }

    public Task<Execution?> DescribeAsync(string machine, string name) => engine.DescribeAsync(machine, name);

    public async ValueTask DisposeAsync()
    {
        await engine.DisposeAsync();
        folder.Dispose();
    }

    private async Task<Task<Execution>> UnhangAsync(string machine, string name, Task<Execution> ended)
    {
        isUnhung = true;
        if (Stages.Kind == Fault.Timeout)
        {
            World.Time.Advance(LongerThanAnyTask);
            await Task.WhenAny(engine.WhenIdleAsync(), ended);
            return ended;
        }

        await engine.DisposeAsync();
        engine = NewEngine();
        await engine.ResumeAsync(CancellationToken.None);
        return engine.WaitAsync(machine, name, CancellationToken.None);
    }

    private EmbeddedEngine NewEngine() => new(new EngineOptions
    {
        JournalPath = folder.Below("journal.db"), Definitions = definitions, Functions = Stages, Time = World.Time, NextRandom = () => 0.5,
        SignalInterval = TimeSpan.FromMilliseconds(20),
    });

    private static StateMachineDefinition Load(string name) => StateMachineDefinition.Load(
        name,
        File.ReadAllText(Path.Combine(Root(), "statemachine", $"{name}.asl.json")),
        new Dictionary<string, string>
        {
            ["FunctionPrefix"] = "bluegreen", ["RollbackStateMachineArn"] = "rollback", ["StandbyStateMachineArn"] = "standby",
        });

    private static string Root()
    {
        var place = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(place, "BlueGreenServerless.sln")))
        {
            place = Path.GetDirectoryName(place) ?? throw new DirectoryNotFoundException("The test does not run inside the source tree.");
        }

        return place;
    }
}
