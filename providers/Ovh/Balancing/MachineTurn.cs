using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>
/// Lets one process of this machine at a time work on a service: two that shared what is remembered as staged would publish each other's halves.
/// </summary>
internal sealed class MachineTurn(BalancerApi api, BalancerPace pace, Ledger ledger)
{
    /// <returns>What is to be disposed when the work is done.</returns>
    /// <exception cref="ProviderUnavailableException">Another process works for too long.</exception>
    public async Task<IDisposable> TakeAsync(Patience patience, CancellationToken cancellationToken)
    {
        IDisposable? held = null;
        await pace.HoldsAsync(() => Task.FromResult((held = ledger.TryHold()) is not null), patience.Left, api.Time, cancellationToken);
        return held ?? throw new ProviderUnavailableException(
            $"Another process has worked on '{api.Service}' for '{patience.Limit.TotalSeconds}' s. They do so one after the other. It is tried again; look for it with 'bluegreen status' if it lasts.");
    }
}
