using System.Collections.Concurrent;
using System.Text.Json;
using BlueGreenServerless.Engine.Documents;
using BlueGreenServerless.Engine.Journals;
using BlueGreenServerless.Engine.Language;
using Microsoft.Extensions.Logging;

namespace BlueGreenServerless.Engine.Running;

/// <summary>An execution that this process owns and runs.</summary>
internal sealed class ExecutionRun
{
    private readonly StateMachineDefinition definition;
    private readonly ConcurrentDictionary<string, Position> kept;
    private readonly CancellationTokenSource cut = new();
    private readonly TaskCompletionSource finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock gate = new();
    private readonly List<Action> whenFinished = [];
    private Ending? forcedEnding;
    private long lastEvent;
    private bool isFinished;

    public ExecutionRun(EngineParts parts, StateMachineDefinition definition, ExecutionRow row, IDictionary<string, Position> kept, long lastEvent)
    {
        Parts = parts;
        this.definition = definition;
        this.kept = new ConcurrentDictionary<string, Position>(kept, StringComparer.Ordinal);
        this.lastEvent = lastEvent;
        (Id, Machine, Name, Started) = (row.Id, row.Machine, row.Name, row.Started);
        Input = JsonElement.Parse(row.Input);
    }

    public EngineParts Parts { get; }

    public long Id { get; }

    public string Machine { get; }

    public string Name { get; }

    public JsonElement Input { get; }

    public DateTimeOffset Started { get; }

    /// <summary>Completes when it is closed, or left for somebody else to resume.</summary>
    public Task Finished => finished.Task;

    /// <summary>Its inner executions go on after it: it timed out, or the process ends.</summary>
    public bool LeavesChildrenAlone => Parts.Cut.IsCancellationRequested || forcedEnding is { Status: ExecutionStatus.TimedOut };

    public async Task RunAsync()
    {
        try
        {
            using var ends = Parts.Cut.Register(cut.Cancel);
            using var deadline = Deadline();
            await RunToEndAsync();
            finished.TrySetResult();
        }
        catch (Exception bug)
        {
            // nothing above this can act on it; whoever waits for the execution hears it, and the journal still has it as running
            Parts.Options.Logger.LogError(bug, "The execution {Machine}/{Name} cannot go on in this process", Machine, Name);
            finished.TrySetException(bug);
        }
        finally
        {
            Finish();
        }
    }

    /// <summary>Cuts it; it ends this way unless it has ended already.</summary>
    public void End(Ending ending)
    {
        lock (gate)
        {
            if (isFinished || forcedEnding is not null)
            {
                return;
            }

            forcedEnding = ending;
        }

        cut.Cancel();
    }

    /// <summary>Calls back when it is finished, at once when it is.</summary>
    public void WhenFinished(Action callback)
    {
        lock (gate)
        {
            if (!isFinished)
            {
                whenFinished.Add(callback);
                return;
            }
        }

        callback();
    }

    public Task WriteAsync(IReadOnlyList<NewEvent> events, Action<JournalTransaction> change) => Parts.Writer.WriteAsync(transaction =>
    {
        Append(transaction, events);
        change(transaction);
        return true;
    });

    /// <summary>Where an inner branch was when the execution was resumed; told once.</summary>
    public Position? TakeKept(string path) => kept.TryRemove(path, out var position) ? position : null;

    public void ForgetKept(string path)
    {
        foreach (var inner in kept.Keys.Where(key => key.StartsWith(path + "/", StringComparison.Ordinal)))
        {
            kept.TryRemove(inner, out _);
        }
    }

    private Alarm? Deadline() => definition.Timeout is { } longest
        ? new Alarm(Parts.Options.Time, Started + longest, () => End(new Ending(ExecutionStatus.TimedOut, null, ErrorNames.Timeout, null)))
        : null;

    private async Task RunToEndAsync()
    {
        var root = new Branch(this, definition.Graph, string.Empty, null, cut.Token);
        try
        {
            var output = await root.RunAsync(Input, TakeKept(string.Empty));
            await CloseAsync(root, new Ending(ExecutionStatus.Succeeded, output, null, null));
        }
        catch (StateFailedException failure)
        {
            await CloseAsync(root, new Ending(ExecutionStatus.Failed, null, failure.Error, failure.Cause));
        }
        catch (OperationCanceledException) when (forcedEnding is not null)
        {
            await CloseAsync(root, forcedEnding);
        }
        catch (OperationCanceledException) when (Parts.Cut.IsCancellationRequested)
        {
            Parts.Options.Logger.LogDebug("The execution {Machine}/{Name} is left as it is", Machine, Name);
        }
        catch (StoppedAtBoundaryException)
        {
            await WriteAsync([], transaction => transaction.Release(Id));
        }
    }

    private Task CloseAsync(Branch root, Ending ending)
    {
        var now = Parts.Now;
        var last = new NewEvent(now, EventType(ending.Status), string.Empty, null, Details(ending));
        return WriteAsync([.. root.TakePending(), last], transaction => transaction.Close(Id, ending, now));
    }

    public static string EventType(ExecutionStatus status) => $"Execution{status}";

    public static JsonElement Details(Ending ending) => ending.Output is { } output
        ? JsonText.Object(("output", output))
        : JsonText.Object(("error", JsonText.String(ending.Error ?? string.Empty)), ("cause", JsonText.String(ending.Cause ?? string.Empty)));

    private void Append(JournalTransaction transaction, IReadOnlyList<NewEvent> events)
    {
        foreach (var happened in events)
        {
            transaction.Append(Id, ++lastEvent, happened);
        }
    }

    private void Finish()
    {
        Action[] callbacks;
        lock (gate)
        {
            isFinished = true;
            callbacks = [.. whenFinished];
            whenFinished.Clear();
        }

        Array.ForEach(callbacks, callback => callback());
        Parts.Activity.Leave();
    }
}
