using System.Text.Json;
using BlueGreenServerless.Engine.Documents;
using BlueGreenServerless.Engine.Journals;
using BlueGreenServerless.Engine.Language;
using BlueGreenServerless.Engine.Paths;

namespace BlueGreenServerless.Engine.Running;

/// <summary>
/// One line of states being run: the execution itself, an item of a Map, a branch of a Parallel. Events gather here and are
/// committed with the position before anything happens outside: a task, a wait, inner branches, the end.
/// </summary>
internal sealed class Branch(ExecutionRun run, StateGraph graph, string path, MapItem? item, CancellationToken cancellation)
{
    private const int MostPendingEvents = 64;

    private readonly List<NewEvent> pending = [];
    private readonly List<Action<JournalTransaction>> pendingChanges = [];

    public ExecutionRun Run { get; } = run;

    public string Path { get; } = path;

    public MapItem? Item { get; } = item;

    /// <summary>Cancelled when this branch is cut: the execution ends, or a branch beside it failed.</summary>
    public CancellationToken Cancellation { get; } = cancellation;

    public Position Position { get; private set; } = null!;

    public JsonElement Input => Position.Input;

    public DateTimeOffset Now => Run.Parts.Now;

    /// <summary>Names this attempt at this state, the same after a crash.</summary>
    public string AttemptKey => $"{Run.Id}:{Path}:{Position.State}:{Stamp.Exact(Position.Entered)}:{Position.Retries.Sum()}";

    /// <summary>Runs from the start, or from where the journal says it was, to the end.</summary>
    public async Task<JsonElement> RunAsync(JsonElement input, Position? resumed)
    {
        if (resumed is null)
        {
            Enter(graph.StartAt, input);
        }
        else
        {
            Position = resumed;
        }

        while (true)
        {
            await StopIfAskedAsync();
            var state = graph[Position.State];
            var (next, output) = await state.RunAsync(this);
            Leave(state.Type, DataLimit.Check(output, $"The output of the state '{state.Name}'"));
            if (next is null)
            {
                return output;
            }

            Enter(next, output);
            if (pending.Count > MostPendingEvents)
            {
                await CommitAsync();
            }
        }
    }

    /// <param name="item">Another item of a Map than this branch's own.</param>
    public Scope Scope(MapItem? item = null)
    {
        var at = Position;
        return new Scope(at.Input, () => ContextObject.Make(Run, at, item ?? Item), Run.Parts.Options.NewId, Run.Parts.Options.NextRandom);
    }

    /// <summary>Adds an event to what is committed next.</summary>
    public void Record(string type, params ReadOnlySpan<(string Name, JsonElement Value)> details) =>
        RecordOf(Position.State, type, details);

    public void RecordOf(string state, string type, params ReadOnlySpan<(string Name, JsonElement Value)> details) =>
        pending.Add(new NewEvent(Now, type, Path, state, details.IsEmpty ? null : JsonText.Object(details)));

    /// <summary>Adds a change of the journal to what is committed next.</summary>
    public void Also(Action<JournalTransaction> change) => pendingChanges.Add(change);

    public Task CommitAsync(Phase phase, DateTimeOffset? due = null)
    {
        Position = Position with { Phase = phase, Due = due };
        return CommitAsync();
    }

    /// <summary>Makes the position and everything that happened so far durable.</summary>
    public Task CommitAsync()
    {
        var (events, changes, at) = (pending.ToArray(), pendingChanges.ToArray(), Position);
        pending.Clear();
        pendingChanges.Clear();
        return Run.WriteAsync(events, transaction =>
        {
            Array.ForEach(changes, change => change(transaction));
            transaction.Save(Run.Id, Path, at);
        });
    }

    /// <summary>The events that the end of the branch has to take along.</summary>
    public NewEvent[] TakePending()
    {
        var events = pending.ToArray();
        pending.Clear();
        return events;
    }

    /// <summary>Commits the end of an inner branch.</summary>
    public Task CommitEndAsync(JsonElement? output, StateFailedException? failure)
    {
        Position = Position with
        {
            Phase = failure is null ? Phase.Done : Phase.Failed,
            Input = output ?? Input,
            Due = null,
            Token = null,
            Error = failure?.Error,
            Cause = failure?.Cause,
        };
        return CommitAsync();
    }

    /// <summary>The token of the current attempt; the same one after a crash.</summary>
    public string EnsureToken()
    {
        Position = Position with { Token = Position.Token ?? Run.Parts.Options.NewId().ToString("N") };
        return Position.Token!;
    }

    /// <summary>Counts a retry, waits for its time to come and starts the state over.</summary>
    public Task RetryAsync(int retrier, int retriers, TimeSpan delay)
    {
        var counts = Position.Retries.IsEmpty ? new int[retriers] : [.. Position.Retries];
        counts[retrier]++;
        ForgetToken();
        Position = Position with { Retries = [.. counts], Token = null };
        return CommitAsync(Phase.RetryPending, Now + delay);
    }

    /// <summary>Waits out a retry's delay, if one is pending.</summary>
    public async Task WaitForRetryAsync()
    {
        if (Position.Phase == Phase.RetryPending)
        {
            await PauseAsync(Position.Due!.Value);
            Position = Position with { Phase = Phase.Entered, Due = null };
        }
    }

    /// <summary>Waits until a time, or until it is woken.</summary>
    /// <param name="attach">Takes the pause that somebody else may wake.</param>
    /// <exception cref="OperationCanceledException">The branch is cut.</exception>
    /// <exception cref="StoppedAtBoundaryException">The engine stops.</exception>
    public async Task PauseAsync(DateTimeOffset until, Action<Pause>? attach = null)
    {
        if (until > Now)
        {
            var pause = new Pause(Run.Parts.Activity);
            using var cut = Cancellation.Register(pause.Wake);
            using var stop = Run.Parts.Stopping.Register(pause.Wake);
            using var alarm = new Alarm(Run.Parts.Options.Time, until, pause.Wake);
            attach?.Invoke(pause);
            await pause.WaitAsync();
        }

        await StopIfAskedAsync();
    }

    private async Task StopIfAskedAsync()
    {
        Cancellation.ThrowIfCancellationRequested();
        if (Run.Parts.Stopping.IsCancellationRequested)
        {
            await CommitAsync();
            throw new StoppedAtBoundaryException();
        }
    }

    private void Enter(string state, JsonElement input)
    {
        Position = new Position(state, input, Now, [], Phase.Entered);
        Record($"{graph[state].Type}StateEntered", ("input", input));
    }

    private void Leave(string type, JsonElement output)
    {
        ForgetToken();
        Record($"{type}StateExited");
        Position = Position with { Input = output, Phase = Phase.Entered, Token = null };
    }

    private void ForgetToken()
    {
        if (Position.Token is { } token)
        {
            Also(transaction => transaction.ForgetSignals(token));
        }
    }
}
