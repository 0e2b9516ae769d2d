using BlueGreenServerless.Documents;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Records;

namespace BlueGreenServerless.Providers.Local.Store;

/// <summary>The store of one machine: a SQLite file that any number of processes may use at once.</summary>
/// <param name="path">The file; it and its directory are made when they are missing.</param>
public sealed partial class SqliteReleaseStore(string path, TimeProvider time) : IReleaseStore
{
    private readonly StoreFile file = new(path);

    public Task<LockGrant> AcquireLockAsync(string app, string owner, TimeSpan lease, CancellationToken cancellationToken) =>
        Task.Run(
            () =>
            {
                // Those who wait for the lock ask often: they look without standing in the way of its holder's writes.
                _ = file.Read(work => new StoreLocks(work).RefuseUnlessFree(app, owner, time.GetUtcNow()));
                return file.Write(work => new StoreLocks(work).Acquire(app, owner, time.GetUtcNow(), lease));
            },
            cancellationToken);

    public Task<LockGrant> RenewLockAsync(LockGrant grant, TimeSpan lease, CancellationToken cancellationToken) =>
        WriteAsync(work => new StoreLocks(work).Renew(grant, time.GetUtcNow(), lease), cancellationToken);

    public Task ReleaseLockAsync(LockGrant grant, CancellationToken cancellationToken) =>
        WriteAsync(work => new StoreLocks(work).Release(grant), cancellationToken);

    public Task<LockGrant?> BreakLockAsync(string app, CancellationToken cancellationToken) =>
        WriteAsync(work => new StoreLocks(work).Break(app), cancellationToken);

    public Task<LockGrant?> FindLockAsync(string app, CancellationToken cancellationToken) =>
        ReadAsync(work => new StoreLocks(work).Find(app)?.Grant, cancellationToken);

    public Task SaveAsync(ReleaseRecord record, LockGrant? grant, CancellationToken cancellationToken) =>
        WriteAsync(work => Save(work, record, grant), cancellationToken);

    public Task<ReleaseRecord?> FindAsync(string app, string releaseId, CancellationToken cancellationToken) =>
        ReadAsync(work => work.Body<ReleaseRecord>("SELECT body FROM releases WHERE app = $1 AND id = $2", app, releaseId), cancellationToken);

    public Task<IReadOnlyList<string>> AppsAsync(CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<string>>(work => work.Texts("SELECT DISTINCT app FROM releases ORDER BY app"), cancellationToken);

    public Task<IReadOnlyList<ReleaseRecord>> HistoryAsync(string app, int limit, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<ReleaseRecord>>(
            work => work.Bodies<ReleaseRecord>("SELECT body FROM releases WHERE app = $1 ORDER BY started_at DESC, id DESC LIMIT $2", app, limit), cancellationToken);

    public Task RaiseAsync(string app, string releaseId, Signal signal, CancellationToken cancellationToken) =>
        WriteAsync(work => work.Write("INSERT INTO signals (app, release_id, body) VALUES ($1, $2, $3)", app, releaseId, StoreTransaction.ToText(signal)), cancellationToken);

    public Task<IReadOnlyList<Signal>> SignalsAsync(string app, string releaseId, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<Signal>>(
            work => work.Bodies<Signal>("SELECT body FROM signals WHERE app = $1 AND release_id = $2 ORDER BY number", app, releaseId), cancellationToken);

    public Task AppendAuditAsync(AuditEntry entry, CancellationToken cancellationToken) =>
        WriteAsync(work => work.Write("INSERT INTO audit (app, body) VALUES ($1, $2)", entry.App, StoreTransaction.ToText(entry)), cancellationToken);

    public Task<IReadOnlyList<AuditEntry>> AuditAsync(string app, int limit, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<AuditEntry>>(
            work => work.Bodies<AuditEntry>("SELECT body FROM audit WHERE app = $1 ORDER BY number DESC LIMIT $2", app, limit), cancellationToken);

    private static void Save(StoreTransaction work, ReleaseRecord record, LockGrant? grant)
    {
        if (grant is not null)
        {
            new StoreLocks(work).CheckFence(grant);
        }

        work.Write(
            """
            INSERT INTO releases (app, id, started_at, fencing, body) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (app, id) DO UPDATE SET started_at = $3, fencing = $4, body = $5
            """,
            record.App, record.Id, record.StartedAt.UtcTicks, grant?.Fencing ?? 0, StoreTransaction.ToText(record));
    }

    private Task<bool> WriteAsync(Action<StoreTransaction> work, CancellationToken cancellationToken) => WriteAsync(
        transaction =>
        {
            work(transaction);
            return true;
        },
        cancellationToken);

    /// <summary>On a pool thread: SQLite waits for other processes by blocking.</summary>
    private Task<T> WriteAsync<T>(Func<StoreTransaction, T> work, CancellationToken cancellationToken) => Task.Run(() => file.Write(work), cancellationToken);

    private Task<T> ReadAsync<T>(Func<StoreTransaction, T> work, CancellationToken cancellationToken) => Task.Run(() => file.Read(work), cancellationToken);
}
