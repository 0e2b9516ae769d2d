using System.Collections.Concurrent;
using BlueGreenServerless.Engine.Journals;

namespace BlueGreenServerless.Engine.Running;

/// <summary>The executions that this process runs at the moment.</summary>
internal sealed class OwnedRuns
{
    private readonly ConcurrentDictionary<(string Machine, string Name), ExecutionRun> byName = new();
    private readonly ConcurrentDictionary<long, ExecutionRun> byId = new();

    public ExecutionRun? Find(string machine, string name) => byName.GetValueOrDefault((machine, name));

    /// <summary>Runs it in the background until it is closed or left.</summary>
    public void Begin(ExecutionRun run)
    {
        run.Parts.Activity.Enter();
        byName[(run.Machine, run.Name)] = run;
        byId[run.Id] = run;
        run.WhenFinished(() =>
        {
            byName.TryRemove((run.Machine, run.Name), out _);
            byId.TryRemove(run.Id, out _);
        });
        _ = Task.Run(run.RunAsync);
        run.Parts.Options.Began(run.Machine, run.Name);
    }

    public void Stop(Signal signal)
    {
        if (byId.TryGetValue(signal.Execution, out var run))
        {
            run.End(new Ending(ExecutionStatus.Aborted, null, signal.First, signal.Second));
        }
    }

    public async Task WhenNoneAsync()
    {
        while (!byId.IsEmpty)
        {
            await Task.WhenAll(byId.Values.Select(run => run.Finished)).ContinueWith(
                _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            await Task.Yield();
        }
    }
}
