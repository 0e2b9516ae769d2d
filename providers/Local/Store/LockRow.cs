using BlueGreenServerless.Documents;

namespace BlueGreenServerless.Providers.Local.Store;

/// <summary>The row of an app's lock. It stays when the lock is free, because its fencing number must never go back.</summary>
/// <param name="Owner">Null when the lock is free.</param>
internal sealed record LockRow(string App, string? Owner, long Fencing, DateTimeOffset ExpiresAt)
{
    public LockGrant? Grant => Owner is null ? null : new LockGrant(App, Owner, Fencing, ExpiresAt);

    /// <summary>True as long as nobody has had the lock after <paramref name="grant"/>, also when its holder has given it back.</summary>
    public bool IsNewest(LockGrant grant) => Fencing == grant.Fencing && (Owner is null || Owner == grant.Owner);

    public bool IsHeldBy(LockGrant grant) => Owner == grant.Owner && Fencing == grant.Fencing;
}
