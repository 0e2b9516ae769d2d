using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Local.Store;

/// <summary>
/// The locks, inside a transaction.
/// <code>
/// acquire:  no row                  fencing 1
///           free, or lease expired  fencing + 1
///           held by the same owner  renewed, same fencing
///           held by another         refused
/// </code>
/// A holder whose lease has expired keeps its rights until another one takes the lock: nobody is harmed before that.
/// </summary>
internal sealed class StoreLocks(StoreTransaction transaction)
{
    public LockRow? Find(string app) => transaction.Row(
        "SELECT owner, fencing, expires_at FROM locks WHERE app = $1",
        row => new LockRow(app, row.IsDBNull(0) ? null : row.GetString(0), row.GetInt64(1), new DateTimeOffset(row.GetInt64(2), TimeSpan.Zero)),
        app);

    /// <exception cref="ReleaseLockedException">Another owner has it, and its lease has not ended.</exception>
    public LockRow? RefuseUnlessFree(string app, string owner, DateTimeOffset now)
    {
        var held = Find(app);
        if (held?.Owner is not null && held.Owner != owner && held.ExpiresAt > now)
        {
            throw new ReleaseLockedException(
                $"The app '{app}' is being released by '{held.Owner}', whose lease ends at {held.ExpiresAt:yyyy-MM-dd HH:mm:ss}Z. One release per app runs at a time. Wait for it, or unlock the app if that release is dead.");
        }

        return held;
    }

    public LockGrant Acquire(string app, string owner, DateTimeOffset now, TimeSpan lease)
    {
        var held = RefuseUnlessFree(app, owner, now);
        var own = held?.Owner == owner;
        return Write(new LockGrant(app, owner, own ? held!.Fencing : (held?.Fencing ?? 0) + 1, now + lease));
    }

    public LockGrant Renew(LockGrant grant, DateTimeOffset now, TimeSpan lease) =>
        Find(grant.App)?.IsHeldBy(grant) == true ? Write(grant with { ExpiresAt = now + lease }) : throw Lost(grant);

    public void Release(LockGrant grant) =>
        transaction.Write("UPDATE locks SET owner = NULL WHERE app = $1 AND owner = $2 AND fencing = $3", grant.App, grant.Owner, grant.Fencing);

    /// <summary>Frees the lock and moves the number on, so that the holder's late writes are refused at once.</summary>
    public LockGrant? Break(string app)
    {
        var grant = Find(app)?.Grant;
        transaction.Write("UPDATE locks SET owner = NULL, fencing = fencing + 1 WHERE app = $1 AND owner IS NOT NULL", app);
        return grant;
    }

    /// <summary>Lets the newest holder write, also after it has given the lock back: its last step may run twice.</summary>
    /// <exception cref="LockLostException">A newer one has or had the lock, or it was broken.</exception>
    public void CheckFence(LockGrant grant)
    {
        if (Find(grant.App)?.IsNewest(grant) != true)
        {
            throw Lost(grant);
        }
    }

    private LockLostException Lost(LockGrant grant) => new(
        $"The lock of '{grant.App}' with number '{grant.Fencing}' of '{grant.Owner}' is lost: {Holder(grant.App)}. Only the newest holder writes. Look at the newer release with 'status'.");

    private string Holder(string app) =>
        Find(app) is { } row ? row.Owner is null ? $"it is free, the last number was {row.Fencing}" : $"'{row.Owner}' has number {row.Fencing}" : "it was never taken";

    private LockGrant Write(LockGrant grant)
    {
        transaction.Write(
            """
            INSERT INTO locks (app, owner, fencing, expires_at) VALUES ($1, $2, $3, $4)
            ON CONFLICT (app) DO UPDATE SET owner = $2, fencing = $3, expires_at = $4
            """,
            grant.App, grant.Owner, grant.Fencing, grant.ExpiresAt.UtcTicks);
        return grant;
    }
}
