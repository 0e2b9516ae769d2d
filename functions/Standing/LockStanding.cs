using BlueGreenServerless.Documents;

namespace BlueGreenServerless.Functions.Standing;

/// <summary>Who holds the lock of an app now. A lease that has expired counts as free.</summary>
internal static class LockStanding
{
    public static async Task<LockGrant?> HeldAsync(StageServices services, string app, CancellationToken cancellationToken) =>
        await services.Store.FindLockAsync(app, cancellationToken) is { } grant && grant.ExpiresAt > services.Time.GetUtcNow() ? grant : null;
}
