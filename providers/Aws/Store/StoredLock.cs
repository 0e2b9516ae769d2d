using BlueGreenServerless.Documents;

namespace BlueGreenServerless.Providers.Aws.Store;

/// <summary>The lock of an app. Its object stays when the lock is free, because its fencing number must never go back.</summary>
/// <param name="Owner">Null when the lock is free.</param>
internal sealed record StoredLock(string App, string? Owner, long Number, DateTimeOffset ExpiresAt)
{
    public LockGrant? Grant() => Owner is null ? null : new LockGrant(App, Owner, Number, ExpiresAt);

    /// <summary>True as long as nobody has had the lock after <paramref name="grant"/>, also when its holder has given it back.</summary>
    public bool IsNewest(LockGrant grant) => Number == grant.Fencing && (Owner is null || Owner == grant.Owner);

    public bool IsHeldBy(LockGrant grant) => Owner == grant.Owner && Number == grant.Fencing;
}
