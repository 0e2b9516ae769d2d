using System.Text.Json;
using BlueGreenServerless.Cli.Hosting;
using BlueGreenServerless.Cli.Output;
using BlueGreenServerless.Engine;

namespace BlueGreenServerless.Cli.Narration;

/// <summary>
/// Tells what a release does by reading its executions, so that it works the same whoever moves the release: this process, another one or a cloud.
/// </summary>
/// <param name="pace">How often they are read.</param>
internal sealed class ReleaseFollower(IExecutionLog executions, CommandOutput output, TimeProvider time, TimeSpan pace)
{
    private readonly Dictionary<(string Machine, string Name), long> _read = [];
    private readonly Dictionary<string, DateTimeOffset> _toldUntil = [];
    private readonly ApprovalNotice _approval = new();
    private readonly FailedTries _tries = new();

    public ReleaseNarrator Narrator { get; } = new();

    /// <summary>Lines that have been told, oldest first.</summary>
    public List<ProgressLine> Told { get; } = [];

    /// <summary>Called with every line instead of writing it; for a screen that draws by itself.</summary>
    public Action<ProgressLine>? Instead { get; init; }

    /// <summary>Tells everything until the execution is closed, and returns it.</summary>
    public async Task<Execution> UntilClosedAsync(string machine, string name, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await StepAsync(machine, name, cancellationToken) is { Status: not ExecutionStatus.Running } closed)
            {
                return closed;
            }

            await Task.Delay(pace, time, cancellationToken);
        }
    }

    /// <summary>Tells only what happens after the beginning of an execution: what its input says is known.</summary>
    public async Task<Execution> OnlyNewsUntilClosedAsync(string machine, string name, CancellationToken cancellationToken)
    {
        if (await executions.DescribeAsync(machine, name, cancellationToken) is { } execution)
        {
            Narrator.Tell(execution.Input, execution.Started);
        }

        return await UntilClosedAsync(machine, name, cancellationToken);
    }

    /// <summary>Tells what is new, and returns the execution as it was before the reading, so that nothing is missed.</summary>
    public async Task<Execution?> StepAsync(string machine, string name, CancellationToken cancellationToken)
    {
        var execution = await executions.DescribeAsync(machine, name, cancellationToken);
        var news = execution is null ? [] : await ReadAsync(machine, name, cancellationToken);
        if (machine == EmbeddedDefinitions.Release && await executions.DescribeAsync(EmbeddedDefinitions.Rollback, name, cancellationToken) is not null)
        {
            news = [.. news, .. await ReadAsync(EmbeddedDefinitions.Rollback, name, cancellationToken)];
        }

        Tell(news.OrderBy(each => each.Event.Timestamp));
        return execution;
    }

    private async Task<IReadOnlyList<(string Machine, HistoryEvent Event)>> ReadAsync(string machine, string name, CancellationToken cancellationToken)
    {
        var news = await executions.HistoryAsync(machine, name, _read.GetValueOrDefault((machine, name)), cancellationToken);
        if (news.Count > 0)
        {
            _read[(machine, name)] = news[^1].Id;
        }

        return [.. news.Select(happened => (machine, happened))];
    }

    private void Tell(IEnumerable<(string Machine, HistoryEvent Event)> news)
    {
        foreach (var (machine, happened) in news.Where(each => !IsKnown(each.Machine, each.Event)))
        {
            if (Document(happened) is { } document)
            {
                _toldUntil[machine] = happened.Timestamp;
                Write(Narrator.Tell(document, happened.Timestamp));
                Write(_approval.Tell(happened, Narrator.Release));
            }

            Write(_tries.Tell(machine, happened));
        }
    }

    /// <summary>
    /// A release and its rollback are read one after the other, and the same document passes through both: what is older than what the other one
    /// has told is known by then, and would be told as a change back.
    /// </summary>
    private bool IsKnown(string machine, HistoryEvent happened) => _toldUntil.Any(told => told.Key != machine && happened.Timestamp < told.Value);

    private void Write(IEnumerable<ProgressLine> lines)
    {
        foreach (var line in lines)
        {
            Told.Add(line);
            if (Instead is not null)
            {
                Instead(line);
                continue;
            }

            output.Happened("progress", line, line.ToText(NameWidth()));
        }
    }

    private int NameWidth() => Narrator.Targets.Select(target => target.Name.Length).DefaultIfEmpty(0).Max();

    private static JsonElement? Document(HistoryEvent happened) =>
        happened.Type.EndsWith("StateEntered", StringComparison.Ordinal) && happened.Details is { ValueKind: JsonValueKind.Object } details
            && details.TryGetProperty("input", out var input) ? input : null;
}
