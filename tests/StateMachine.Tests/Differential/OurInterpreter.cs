using System.Collections.Concurrent;
using System.Text.Json;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Testing.Time;

namespace BlueGreenServerless.StateMachine.Tests.Differential;

/// <summary>Runs cases through the engine, with functions that do what the cases say.</summary>
public sealed class OurInterpreter : IFunctionHost
{
    private readonly ConcurrentDictionary<string, int> calls = new(StringComparer.Ordinal);
    private readonly Case running;

    private OurInterpreter(Case running) => this.running = running;

    public static async Task<Outcome> RunAsync(Case running, string folder, int number)
    {
        var time = new VirtualTime();
        var definition = StateMachineDefinition.Load("case", running.Definition.ToJsonString(), new Dictionary<string, string>(StringComparer.Ordinal));
        await using var engine = new EmbeddedEngine(new EngineOptions
        {
            JournalPath = Path.Combine(folder, $"{number}.db"),
            Definitions = [definition],
            Functions = new OurInterpreter(running),
            Time = time,
        });
        await engine.StartAsync("case", "one", JsonElement.Parse(running.Input.ToJsonString()), CancellationToken.None);
        await time.RunUntilAsync(
            async () => (await engine.DescribeAsync("case", "one"))!.Status != ExecutionStatus.Running, engine.WhenIdleAsync);
        var ended = (await engine.DescribeAsync("case", "one"))!;
        var history = await engine.HistoryAsync("case", "one");
        var hasCuts = history.Any(one => one.Type is "MapStateFailed" or "ParallelStateFailed");
        return new Outcome(ended.Output, ended.Error, ended.Cause, Ways(history), hasCuts);
    }

    public Task<JsonElement> InvokeAsync(string functionName, JsonElement payload, CancellationToken cancellationToken)
    {
        var plan = running.Functions[functionName];
        var count = calls.AddOrUpdate($"{functionName} {payload.GetProperty("id").GetString()}", 1, (_, before) => before + 1);
        return count <= plan.Failures
            ? throw Failure(plan.Error, $"{functionName} failed")
            : Task.FromResult(JsonSerializer.SerializeToElement(new
            {
                from = functionName, n = payload.GetProperty("n").GetInt32() + 1, list = payload.GetProperty("list"),
            }));
    }

    private static ReleaseException Failure(string name, string message) => name switch
    {
        nameof(ProviderUnavailableException) => new ProviderUnavailableException(message),
        nameof(ArtifactRefusedException) => new ArtifactRefusedException(message),
        _ => new LockLostException(message),
    };

    private static Entered[] Ways(IReadOnlyList<HistoryEvent> history) =>
    [
        .. history.Where(one => one.Type.EndsWith("StateEntered", StringComparison.Ordinal))
            .Select(one => new Entered(one.State!, one.Details!.Value.GetProperty("input").GetProperty("id").GetString()!)),
    ];
}
