using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>Lets one at a time work on a service; whoever waits does so for a limited time.</summary>
internal sealed class Turn(BalancerApi api, MachineTurn machine)
{
    private readonly SemaphoreSlim gate = new(1, 1);

    /// <summary>Runs the work when nobody else works.</summary>
    /// <exception cref="ProviderUnavailableException">Others worked for too long.</exception>
    public async Task RunAsync(Func<Task> work, Patience patience, CancellationToken cancellationToken)
    {
        await TakeAsync(patience, cancellationToken);
        try
        {
            using var held = await machine.TakeAsync(patience, cancellationToken);
            await work();
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task TakeAsync(Patience patience, CancellationToken cancellationToken)
    {
        using var leaving = new CancellationTokenSource();
        var taken = gate.WaitAsync(leaving.Token);
        try
        {
            await taken.WaitAsync(patience.Left, api.Time, cancellationToken);
        }
        catch (Exception late) when (late is TimeoutException or OperationCanceledException)
        {
            await LeaveAsync(taken, leaving);
            cancellationToken.ThrowIfCancellationRequested();
            throw new ProviderUnavailableException(
                $"Other changes of '{api.Service}' were under way for '{patience.Limit.TotalSeconds}' s. They are made one after the other. It is tried again.", late);
        }
    }

    /// <summary>It may be given in the same moment in which it is no longer wanted.</summary>
    private async Task LeaveAsync(Task taken, CancellationTokenSource leaving)
    {
        await leaving.CancelAsync();
        await ((Task)taken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (taken.IsCompletedSuccessfully)
        {
            gate.Release();
        }
    }
}
