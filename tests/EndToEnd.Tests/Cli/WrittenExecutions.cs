using System.Text.Json;
using BlueGreenServerless.Cli.Hosting;
using BlueGreenServerless.Engine;

namespace BlueGreenServerless.EndToEnd.Tests.Cli;

/// <summary>Executions whose histories a test wrote.</summary>
internal sealed class WrittenExecutions : IExecutionLog
{
    private static readonly JsonElement NoInput = JsonSerializer.SerializeToElement(new { });

    private readonly Dictionary<string, List<HistoryEvent>> _histories = [];

    public void Enter(string machine, string state, DateTimeOffset at, JsonElement document, string branch = "") =>
        Add(machine, "TaskStateEntered", state, at, branch, new { input = document });

    public void Add(string machine, string type, string state, DateTimeOffset at, string branch = "", object? details = null)
    {
        if (!_histories.TryGetValue(machine, out var history))
        {
            _histories[machine] = history = [];
        }

        history.Add(new HistoryEvent(history.Count + 1, at, type, branch, state, JsonSerializer.SerializeToElement(details)));
    }

    public Task<Execution?> DescribeAsync(string machine, string name, CancellationToken cancellationToken) => Task.FromResult(
        _histories.TryGetValue(machine, out var history)
            ? new Execution(machine, name, ExecutionStatus.Succeeded, NoInput, null, null, null, history[0].Timestamp, history[^1].Timestamp, [], null, false)
            : null);

    public Task<IReadOnlyList<HistoryEvent>> HistoryAsync(string machine, string name, long afterId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<HistoryEvent>>([.. _histories.GetValueOrDefault(machine, []).Where(happened => happened.Id > afterId)]);
}
