using System.Text.Json;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Time;

namespace BlueGreenServerless.Engine.Tests;

/// <summary>An engine on a journal in a folder of its own, with a clock that stands still and functions made in the test.</summary>
public sealed class EngineHarness : IAsyncDisposable
{
    private static readonly Dictionary<string, string> NoSubstitutions = new(StringComparer.Ordinal);

    private readonly TemporaryDirectory folder = new("engine-");
    private readonly List<StateMachineDefinition> definitions = [];
    private EmbeddedEngine? engine;

    public VirtualTime Time { get; } = new();

    public TestFunctions Functions { get; } = new();

    public Func<double> NextRandom { get; set; } = () => 0.5;

    public string JournalPath => folder.Below("journal.db");

    public Journal Journal => new(JournalPath);

    public EmbeddedEngine Engine => engine ??= NewEngine();

    public static JsonElement Json(string text) => JsonElement.Parse(text);

    public EngineHarness Define(string name, string json)
    {
        definitions.Add(StateMachineDefinition.Load(name, json, NoSubstitutions));
        return this;
    }

    /// <summary>Another engine on the same journal.</summary>
    public EmbeddedEngine NewEngine() => new(new EngineOptions
    {
        JournalPath = JournalPath,
        Definitions = definitions,
        Functions = Functions,
        Time = Time,
        NextRandom = () => NextRandom(),
        SignalInterval = TimeSpan.FromMilliseconds(20),
    });

    /// <summary>Ends this engine as a crash would; the next use makes a new one.</summary>
    public async Task CutAsync()
    {
        await Engine.DisposeAsync();
        engine = null;
    }

    /// <summary>Runs one machine to its end, moving the clock.</summary>
    public async Task<Execution> RunAsync(string json, string input = "{}")
    {
        Define("machine", json);
        return await RunAsync("machine", "one", input);
    }

    public async Task<Execution> RunAsync(string machine, string name, string input)
    {
        Assert.Equal(StartResult.Started, await StartAsync(machine, name, input));
        return await FinishAsync(machine, name);
    }

    public Task<StartResult> StartAsync(string machine, string name, string input = "{}") =>
        Engine.StartAsync(machine, name, Json(input), CancellationToken.None);

    public async Task<Execution> FinishAsync(string machine = "machine", string name = "one")
    {
        await Time.RunUntilAsync(async () => await IsClosedAsync(machine, name), Engine.WhenIdleAsync);
        return (await Journal.DescribeAsync(machine, name))!;
    }

    public async Task<bool> IsClosedAsync(string machine, string name) =>
        (await Journal.DescribeAsync(machine, name))!.Status != ExecutionStatus.Running;

    public async Task<IReadOnlyList<string>> EventTypesAsync(string machine = "machine", string name = "one") =>
        [.. (await Journal.HistoryAsync(machine, name)).Select(happened => happened.Type)];

    /// <summary>The names of the states, in the order they were entered.</summary>
    public async Task<IReadOnlyList<string?>> EnteredAsync(string machine = "machine", string name = "one") =>
        [.. (await Journal.HistoryAsync(machine, name)).Where(happened => happened.Type.EndsWith("Entered", StringComparison.Ordinal))
            .Select(happened => happened.State)];

    public async ValueTask DisposeAsync()
    {
        if (engine is not null)
        {
            await engine.DisposeAsync();
        }

        folder.Dispose();
    }
}
