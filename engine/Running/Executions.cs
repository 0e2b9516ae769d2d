using System.Collections.Concurrent;
using System.Text.Json;
using BlueGreenServerless.Engine.Documents;
using BlueGreenServerless.Engine.Journals;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Engine.Running;

/// <summary>Starts, resumes, awaits and stops the executions of an engine.</summary>
internal sealed class Executions : IChildExecutions
{
    private readonly ConcurrentDictionary<string, StateMachineDefinition> stored = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, StateMachineDefinition> definitions;
    private readonly EngineParts parts;
    private readonly OwnedRuns runs;
    private readonly Requests requests;
    private readonly Journal journal;
    private readonly string owner;

    public Executions(Func<IChildExecutions, EngineParts> makeParts, OwnedRuns runs, string owner)
    {
        parts = makeParts(this);
        this.runs = runs;
        this.owner = owner;
        definitions = parts.Options.Definitions.ToDictionary(definition => definition.Name, StringComparer.Ordinal);
        journal = new Journal(parts.Options.JournalPath);
        requests = new Requests(parts.Options.JournalPath, parts.Writer, parts.Options.Time);
    }

    private EngineOptions Options => parts.Options;

    public bool Knows(string machine) => definitions.ContainsKey(machine);

    public async Task<StartResult> StartAsync(string machine, string name, JsonElement input, string? parent)
    {
        ExecutionNames.Check(name);
        var definition = Definition(machine);
        var started = new NewExecution(machine, name, definition.Hash, input.GetRawText(), owner, parent, parts.Now);
        parts.Activity.Enter();
        try
        {
            var (result, row) = await parts.Writer.WriteAsync(transaction => Insert(transaction, definition, started, input));
            if (row is not null)
            {
                runs.Begin(new ExecutionRun(parts, definition, row, new Dictionary<string, Position>(StringComparer.Ordinal), 1));
            }

            return result;
        }
        finally
        {
            parts.Activity.Leave();
        }
    }

    /// <summary>Takes over every running execution that no living process owns.</summary>
    public async Task<IReadOnlyList<ExecutionRow>> ResumeAsync(CancellationToken cancellationToken)
    {
        var taken = new List<ExecutionRow>();
        foreach (var other in await ReadAsync(Rows.Owners, [], cancellationToken))
        {
            if (other is null || (other != owner && !OwnerLock.IsAlive(Options.JournalPath, other)))
            {
                taken.AddRange(await parts.Writer.WriteAsync(transaction => transaction.TakeOver(other, owner)));
                ForgetLock(other);
            }
        }

        // An execution is younger than the one that waits for it, which so finds it among ours and is woken by its end.
        foreach (var row in taken.OrderByDescending(row => row.Id))
        {
            await BeginAsync(row, cancellationToken);
        }

        return taken;
    }

    public async Task<Execution> WaitAsync(string machine, string name, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (runs.Find(machine, name) is { } run)
            {
                await run.Finished.WaitAsync(cancellationToken);
            }

            var execution = await DescribeAsync(machine, name, cancellationToken);
            if (execution.Status != ExecutionStatus.Running || (parts.Stopping.IsCancellationRequested && runs.Find(machine, name) is null))
            {
                return execution;
            }

            // another process owns it, or nobody does yet
            await Task.Delay(Options.SignalInterval, TimeProvider.System, cancellationToken);
        }
    }

    public async Task<Execution> WaitAsync(string machine, string name, Branch branch, DateTimeOffset until)
    {
        while (true)
        {
            var run = runs.Find(machine, name);
            if (run is null)
            {
                var execution = await DescribeAsync(machine, name, CancellationToken.None);
                if (execution.Status != ExecutionStatus.Running || branch.Now >= until)
                {
                    return execution;
                }
            }

            await PauseAsync(run, branch, until);
            if (branch.Now >= until)
            {
                return await DescribeAsync(machine, name, CancellationToken.None);
            }
        }
    }

    public async Task StopAsync(string machine, string name, string error, string cause)
    {
        if (await requests.StopAsync(machine, name, error, cause) is { } signal && runs.Find(machine, name) is { } run)
        {
            runs.Stop(signal);
            await run.Finished;
        }
    }

    public async Task AnswerAsync(SignalKind kind, string token, string first, string second) =>
        parts.Tokens.Deliver(await requests.AnswerAsync(kind, token, first, second));

    private static (StartResult Result, ExecutionRow? Row) Insert(
        JournalTransaction transaction, StateMachineDefinition definition, NewExecution started, JsonElement input)
    {
        if (transaction.Find(started.Machine, started.Name) is { } existing)
        {
            var isOwn = started.Parent is not null && existing.Parent == started.Parent;
            var isSame = existing.Status == ExecutionStatus.Running && JsonElement.DeepEquals(JsonElement.Parse(existing.Input), input);
            return (isOwn || isSame ? StartResult.Running : StartResult.AlreadyExists, null);
        }

        transaction.KeepDefinition(definition.Hash, definition.Json);
        var id = transaction.Insert(started);
        transaction.Append(id, 1, new NewEvent(started.Started, "ExecutionStarted", string.Empty, null, JsonText.Object(("input", input))));
        return (StartResult.Started, transaction.Find(started.Machine, started.Name));
    }

    private void ForgetLock(string? dead)
    {
        if (dead is not null)
        {
            OwnerLock.Forget(Options.JournalPath, dead);
        }
    }

    private async Task BeginAsync(ExecutionRow row, CancellationToken cancellationToken)
    {
        var (branches, lastEvent, json, stops) = await ReadAsync(
            statements => (Rows.Branches(statements, row.Id), Rows.LastEvent(statements, row.Id), Rows.Definition(statements, row.DefinitionHash),
                Rows.StopsOf(statements, row.Id)),
            default,
            cancellationToken);
        var definition = stored.GetOrAdd(
            row.DefinitionHash, _ => StateMachineDefinition.Load(row.Machine, json, new Dictionary<string, string>(StringComparer.Ordinal)));
        runs.Begin(new ExecutionRun(parts, definition, row, branches, lastEvent));
        stops.ForEach(runs.Stop);
    }

    private async Task PauseAsync(ExecutionRun? run, Branch branch, DateTimeOffset until)
    {
        if (run is not null)
        {
            await branch.PauseAsync(until, pause => run.WhenFinished(pause.Wake));
            return;
        }

        // another process owns it: look again in a moment of real time
        Alarm? look = null;
        await branch.PauseAsync(until, pause =>
            look = new Alarm(TimeProvider.System, TimeProvider.System.GetUtcNow() + Options.SignalInterval, pause.Wake));
        look?.Dispose();
    }

    private StateMachineDefinition Definition(string machine) => definitions.TryGetValue(machine, out var definition)
        ? definition
        : throw new InvalidRequestException(
            $"There is no state machine '{machine}'. Known are {string.Join(", ", definitions.Keys.Order(StringComparer.Ordinal))}. Start one of them.");

    private async Task<Execution> DescribeAsync(string machine, string name, CancellationToken cancellationToken) =>
        await journal.DescribeAsync(machine, name, cancellationToken) ?? throw new ReleaseNotFoundException(
            $"There is no execution '{name}' of the state machine '{machine}'. List the executions to see their names.");

    private Task<T> ReadAsync<T>(Func<Statements, T> read, T none, CancellationToken cancellationToken) =>
        JournalReader.ReadAsync(Options.JournalPath, read, none, cancellationToken);
}
