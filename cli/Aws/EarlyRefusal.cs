using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;

namespace BlueGreenServerless.Cli.Aws;

/// <summary>What would be refused is not uploaded: an upload is an event that asks for a release too.</summary>
internal static class EarlyRefusal
{
    /// <exception cref="ReleaseFrozenException">Releases of the app are frozen.</exception>
    /// <exception cref="ReleaseLockedException">Another one runs, and the file says refuse.</exception>
    public static async Task CheckAsync(AppSession session, ReleaseConfiguration configuration, CancellationToken cancellationToken)
    {
        if (await session.Store.FindFreezeAsync(session.App, cancellationToken) is { } freeze)
        {
            throw new ReleaseFrozenException(
                $"Releases of '{session.App}' are frozen since {freeze.At:u} by '{freeze.By}': {freeze.Reason}. Nothing was uploaded. 'bluegreen unfreeze' lets them go on.");
        }

        if (configuration.WhenBusy == WhenBusy.Refuse && await session.Store.FindLockAsync(session.App, cancellationToken) is { } held && held.ExpiresAt > session.Time.GetUtcNow())
        {
            throw new ReleaseLockedException(
                $"Nothing was uploaded, because '{held.Owner}' of the same app runs (whenBusy: refuse). One release of an app runs at a time. " +
                "'bluegreen watch' shows it; wait for its end, or abort it.");
        }
    }
}
