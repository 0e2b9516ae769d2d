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

    public async Task<T> RunAsync<T>(string name, Func<Task<T>> work)
    {
        var strand = new Strand(this, name);
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

    /// <summary>Completes when nobody is at work: the engine waits, or every function that it waits for does.</summary>
    public async Task WhenQuietAsync(Func<Task> engineIdle)
    {
        while (true)
        {
            var (isAtWork, isEmpty, next) = Look();
            if (!isAtWork && !isEmpty)
            {
                return;
            }

            var idle = isEmpty ? engineIdle() : Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None);
            if (idle.IsCompleted && Look().IsEmpty)
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

    private (bool IsAtWork, bool IsEmpty, Task Changed) Look()
    {
        lock (gate)
        {
            return (running.Any(strand => !strand.IsParked), running.Count == 0, changed.Task);
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
