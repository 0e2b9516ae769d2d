using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Records;

namespace BlueGreenServerless.Ports;

/// <summary>What is kept between and beside the steps: the lock, the records, who is live, and what people tell a running release.</summary>
public interface IReleaseStore
{
    /// <summary>Takes the lock of an app, or renews it for the same owner. Taken over from an owner whose lease has expired.</summary>
    /// <exception cref="ReleaseLockedException">Somebody else holds it; the message names the owner and the end of the lease.</exception>
    Task<LockGrant> AcquireLockAsync(string app, string owner, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Prolongs the lease.</summary>
    /// <exception cref="LockLostException">The lock has another owner or fencing number.</exception>
    Task<LockGrant> RenewLockAsync(LockGrant grant, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Gives the lock back. A lock that is lost already is no error.</summary>
    Task ReleaseLockAsync(LockGrant grant, CancellationToken cancellationToken);

    /// <summary>Takes the lock away from whoever holds it; returns who did. For operators only, audited by the caller.</summary>
    Task<LockGrant?> BreakLockAsync(string app, CancellationToken cancellationToken);

    /// <summary>The lock as it is, expired or not; null when free.</summary>
    Task<LockGrant?> FindLockAsync(string app, CancellationToken cancellationToken);

    /// <summary>Writes the record of a release, fenced by <paramref name="grant"/>; null for a release that never got the lock.</summary>
    /// <exception cref="LockLostException">A newer owner has the lock.</exception>
    Task SaveAsync(ReleaseRecord record, LockGrant? grant, CancellationToken cancellationToken);

    Task<ReleaseRecord?> FindAsync(string app, string releaseId, CancellationToken cancellationToken);

    /// <summary>Names of the apps that a release is recorded of, in their order.</summary>
    Task<IReadOnlyList<string>> AppsAsync(CancellationToken cancellationToken);

    /// <summary>Records of an app, newest first.</summary>
    Task<IReadOnlyList<ReleaseRecord>> HistoryAsync(string app, int limit, CancellationToken cancellationToken);

    Task<LivePointer?> FindLiveAsync(string app, CancellationToken cancellationToken);

    /// <summary>Says which release is live, fenced like <see cref="SaveAsync"/>; null clears it (after a rollback of the first release).</summary>
    Task SetLiveAsync(string app, LivePointer? live, LockGrant grant, CancellationToken cancellationToken);

    Task RaiseAsync(string app, string releaseId, Signal signal, CancellationToken cancellationToken);

    /// <summary>Signals of a release, oldest first.</summary>
    Task<IReadOnlyList<Signal>> SignalsAsync(string app, string releaseId, CancellationToken cancellationToken);

    Task SetFreezeAsync(string app, Freeze? freeze, CancellationToken cancellationToken);

    Task<Freeze?> FindFreezeAsync(string app, CancellationToken cancellationToken);

    /// <summary>Keeps the newest waiting request of an app; an older one that it replaces is returned.</summary>
    Task<ReleaseRequest?> EnqueueAsync(string app, ReleaseRequest request, CancellationToken cancellationToken);

    /// <summary>The waiting request of an app, left where it is, or null.</summary>
    Task<ReleaseRequest?> FindQueuedAsync(string app, CancellationToken cancellationToken);

    /// <summary>Takes the waiting request of an app out of the queue, or null.</summary>
    Task<ReleaseRequest?> DequeueAsync(string app, CancellationToken cancellationToken);

    Task SetPendingApprovalAsync(PendingApproval pending, CancellationToken cancellationToken);

    Task<PendingApproval?> FindPendingApprovalAsync(string app, CancellationToken cancellationToken);

    Task ClearPendingApprovalAsync(string app, string releaseId, CancellationToken cancellationToken);

    Task AppendAuditAsync(AuditEntry entry, CancellationToken cancellationToken);

    Task<IReadOnlyList<AuditEntry>> AuditAsync(string app, int limit, CancellationToken cancellationToken);
}
