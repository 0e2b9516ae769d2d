using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>What one target wants of its service, and how that ended.</summary>
/// <param name="Policy">What becomes of changes of others.</param>
internal sealed record Change(Wiring Wanted, Purpose Purpose, OvhPending Policy)
{
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int isTaken;

    /// <summary>Changes of others may go live with it.</summary>
    public bool TakesOthersAlong => Policy == OvhPending.Publish || (Policy == OvhPending.Restore && Purpose == Purpose.Restore);

    /// <summary>Whoever gets true has it for himself: he who makes it, or he who does not want it any more.</summary>
    public bool TryTake() => Interlocked.Exchange(ref isTaken, 1) == 0;

    public void Succeed() => ended.TrySetResult();

    public void Fail(Exception fault) => ended.TrySetException(fault);

    /// <summary>Waits for its end. One that is given up before anybody has begun with it is not made.</summary>
    /// <exception cref="ProviderUnavailableException">It has not ended in time; or whatever it failed with.</exception>
    public async Task EndedAsync(TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            await ended.Task.WaitAsync(limit, time, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            TryTake();
            throw;
        }
        catch (TimeoutException late)
        {
            if (ended.Task.IsCompleted)
            {
                // in the same moment
                await ended.Task;
                return;
            }

            throw new ProviderUnavailableException(
                $"The changes with which '{string.Join("', '", Wanted.Keys.Take(3))}' should have gone live were not published within '{limit.TotalSeconds}' s. {(TryTake() ? "It was not changed." : "It may still be.")} It is tried again.", late);
        }
    }
}
