using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Aws.Store;

/// <summary>
/// The locks, one object for each app, every change a conditional write.
/// <code>
/// acquire:  no object               fencing 1
///           free, or lease expired  fencing + 1
///           held by the same owner  renewed, same fencing
///           held by another         refused
/// </code>
/// A holder whose lease has expired keeps its rights until another one takes the lock: nobody is harmed before that.
/// </summary>
internal sealed class S3Locks(S3Documents documents, TimeProvider time)
{
    public Task<LockGrant> AcquireAsync(string app, string owner, TimeSpan lease, CancellationToken cancellationToken) => ChangeAsync(
        app,
        held =>
        {
            var own = held?.Owner == owner;
            if (held?.Owner is not null && !own && held.ExpiresAt > time.GetUtcNow())
            {
                throw new ReleaseLockedException(
                    $"The app '{app}' is being released by '{held.Owner}', whose lease ends at {held.ExpiresAt:yyyy-MM-dd HH:mm:ss}Z. One release per app runs at a time. Wait for it, or unlock the app if that release is dead.");
            }

            return Granted(new StoredLock(app, owner, own ? held!.Number : (held?.Number ?? 0) + 1, time.GetUtcNow() + lease));
        },
        cancellationToken);

    public Task<LockGrant> RenewAsync(LockGrant grant, TimeSpan lease, CancellationToken cancellationToken) => ChangeAsync(
        grant.App,
        held => held?.IsHeldBy(grant) == true ? Granted(held with { ExpiresAt = time.GetUtcNow() + lease }) : throw Lost(grant, held),
        cancellationToken);

    public Task ReleaseAsync(LockGrant grant, CancellationToken cancellationToken) => ChangeAsync(
        grant.App, held => (held?.IsHeldBy(grant) == true ? held with { Owner = null } : null, true), cancellationToken);

    /// <summary>Frees the lock and moves the number on, so that the holder's late writes are refused at once.</summary>
    public Task<LockGrant?> BreakAsync(string app, CancellationToken cancellationToken) => ChangeAsync(
        app, held => (held?.Owner is null ? null : held with { Owner = null, Number = held.Number + 1 }, held?.Grant()), cancellationToken);

    public async Task<LockGrant?> FindAsync(string app, CancellationToken cancellationToken) => (await ReadAsync(app, cancellationToken))?.Grant();

    /// <summary>Lets the newest holder write, also after it has given the lock back: its last step may run twice.</summary>
    /// <exception cref="LockLostException">A newer one has or had the lock, or it was broken.</exception>
    public async Task CheckFenceAsync(LockGrant grant, CancellationToken cancellationToken)
    {
        var held = await ReadAsync(grant.App, cancellationToken);
        if (held?.IsNewest(grant) != true)
        {
            throw Lost(grant, held);
        }
    }

    private static (StoredLock Wanted, LockGrant Grant) Granted(StoredLock wanted) => (wanted, wanted.Grant()!);

    private Task<StoredLock?> ReadAsync(string app, CancellationToken cancellationToken) => documents.ValueAsync<StoredLock>(Key(app), cancellationToken);

    private Task<TResult> ChangeAsync<TResult>(string app, Func<StoredLock?, (StoredLock? Wanted, TResult Result)> change, CancellationToken cancellationToken) =>
        documents.ChangeAsync<StoredLock, TResult>(
            Key(app),
            current =>
            {
                var (wanted, result) = change(current.Value);
                return Task.FromResult((wanted is null ? null : new Change<StoredLock>(wanted, wanted.Number), result));
            },
            cancellationToken);

    private static string Key(string app) => $"apps/{app}/lock.json";

    private static LockLostException Lost(LockGrant grant, StoredLock? held) => new(
        $"The lock of '{grant.App}' with number '{grant.Fencing}' of '{grant.Owner}' is lost: " +
        $"{(held?.Owner is { } owner ? $"'{owner}' holds it with number '{held.Number}'" : "it is free or was broken")}. Only the newest holder writes. Look at the newer release with 'status'.");
}
