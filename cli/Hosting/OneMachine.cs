using BlueGreenServerless.Engine;
using BlueGreenServerless.Functions;
using BlueGreenServerless.Functions.Trigger;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Local;
using BlueGreenServerless.Providers.Local.Artifacts;
using BlueGreenServerless.Providers.Local.Store;
using BlueGreenServerless.Functions.Probing;
using BlueGreenServerless.Providers.Registry;

namespace BlueGreenServerless.Cli.Hosting;

/// <summary>
/// The composition root of host 1: the state machines, the functions and the providers in one process, with everything that must
/// outlive it in one state directory. Several processes may have one open on the same directory.
/// </summary>
public sealed class OneMachine : IAsyncDisposable
{
    private readonly SqliteReleaseStore _store;

    private OneMachine(OneMachineOptions options)
    {
        var host = new StageHost();
        _store = new SqliteReleaseStore(options.State.Store, options.Time);
        Ports = options.Ports ?? new ProviderPorts(ProviderRegistry.Discover(), options.Time, new FileNotes(options.State.Providers));
        Engine = new EmbeddedEngine(new EngineOptions
        {
            JournalPath = options.State.Journal,
            Definitions = EmbeddedDefinitions.All,
            Functions = host,
            Time = options.Time,
            Logger = options.Logs.CreateLogger("Engine"),
        });
        Services = new StageServices(Ports, _store, new FileArtifacts(), new HttpProbe(options.Time), Engine, options.Time, options.Logs);
        host.Runner = new StageRunner(Services, EmbeddedDefinitions.FunctionPrefix);
        Trigger = new TriggerFunction(Services);
        Journal = new Journal(options.State.Journal);
    }

    public EmbeddedEngine Engine { get; }

    /// <summary>Reads the executions of every process of this state directory.</summary>
    public Journal Journal { get; }

    public IReleaseStore Store => _store;

    public IPorts Ports { get; }

    public StageServices Services { get; }

    /// <summary>The one door for requests.</summary>
    public TriggerFunction Trigger { get; }

    public TimeProvider Time => Services.Time;

    public static OneMachine Open(OneMachineOptions options)
    {
        Directory.CreateDirectory(options.State.Providers);
        return new OneMachine(options);
    }

    /// <summary>Cuts what still runs; the journal has it and <see cref="EmbeddedEngine.ResumeAsync"/> continues it.</summary>
    public async ValueTask DisposeAsync() => await Engine.DisposeAsync();
}
