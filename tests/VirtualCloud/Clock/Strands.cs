using BlueGreenServerless.Testing.Time;

namespace BlueGreenServerless.VirtualCloud.Clock;

/// <summary>
/// All functions that run. The engine knows that a function is at work; only this knows that it waits for the clock, between two tries of a
/// call or for its share of a budget, so that a test may move the clock.
/// </summary>
internal sealed class Strands
{
    private readonly Lock gate = new();
    private readonly HashSet<Strand> running = [];
    private TaskCompletionSource changed = New();

    public Strands(VirtualTime clock) => Time = new StrandTime(clock);

    /// <summary>What functions get for a clock.</summary>
    public TimeProvider Time { get; }

    /// <param name="wanted">Ends when nobody waits for the result any more; null when no engine does.</param>
    public async Task<T> RunAsync<T>(string name, Func<Task<T>> work, CancellationToken? wanted = null)
    {
        var strand = new Strand(this, name, wanted);
        Change(() => running.Add(strand));
        try
        {
            Strand.Current = strand;
            return await work();
        }
        finally
        {
            Change(() => running.Remove(strand));
        }
    }

    /// <summary>Completes when nobody is at work: all functions wait for time, and what else the engine runs does so too.</summary>
    /// <param name="engineIdle">Completes when no more than so many branches of the engine are at work.</param>
    public async Task WhenQuietAsync(Func<int, Task> engineIdle)
    {
        while (true)
        {
            var (isAtWork, awaited, next) = Look();
            var idle = isAtWork ? Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None) : engineIdle(awaited);
            if (idle.IsCompleted && !next.IsCompleted)
            {
                return;
            }

            await Task.WhenAny(idle, next);
        }
    }

    public override string ToString()
    {
        lock (gate)
        {
            return string.Join(", ", running);
        }
    }

    internal void Change(Action change)
    {
        TaskCompletionSource before;
        lock (gate)
        {
            change();
            (before, changed) = (changed, New());
        }

        before.TrySetResult();
    }

    private (bool IsAtWork, int Awaited, Task Changed) Look()
    {
        lock (gate)
        {
            return (running.Any(strand => !strand.IsParked), running.Count(strand => strand.IsAwaited), changed.Task);
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
