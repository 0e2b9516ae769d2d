using BlueGreenServerless.Documents;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Records;

namespace BlueGreenServerless.Providers.Local.Store;

/// <content>What an app has at most one of.</content>
public sealed partial class SqliteReleaseStore
{
    private const string Live = "live";
    private const string Frozen = "freeze";
    private const string Queued = "queued";
    private const string Pending = "approval";

    public Task<LivePointer?> FindLiveAsync(string app, CancellationToken cancellationToken) => FindSingleAsync<LivePointer>(app, Live, cancellationToken);

    public Task SetLiveAsync(string app, LivePointer? live, LockGrant grant, CancellationToken cancellationToken) => WriteAsync(
        work =>
        {
            new StoreLocks(work).CheckFence(grant);
            SetSingle(work, app, Live, live);
        },
        cancellationToken);

    public Task SetFreezeAsync(string app, Freeze? freeze, CancellationToken cancellationToken) =>
        WriteAsync(work => SetSingle(work, app, Frozen, freeze), cancellationToken);

    public Task<Freeze?> FindFreezeAsync(string app, CancellationToken cancellationToken) => FindSingleAsync<Freeze>(app, Frozen, cancellationToken);

    public Task<ReleaseRequest?> EnqueueAsync(string app, ReleaseRequest request, CancellationToken cancellationToken) => WriteAsync(
        work =>
        {
            var replaced = FindSingle<ReleaseRequest>(work, app, Queued);
            SetSingle(work, app, Queued, request);
            return replaced;
        },
        cancellationToken);

    public Task<ReleaseRequest?> FindQueuedAsync(string app, CancellationToken cancellationToken) => FindSingleAsync<ReleaseRequest>(app, Queued, cancellationToken);

    public Task<ReleaseRequest?> DequeueAsync(string app, CancellationToken cancellationToken) => WriteAsync(
        work =>
        {
            var waiting = FindSingle<ReleaseRequest>(work, app, Queued);
            SetSingle<ReleaseRequest>(work, app, Queued, null);
            return waiting;
        },
        cancellationToken);

    public Task SetPendingApprovalAsync(PendingApproval pending, CancellationToken cancellationToken) =>
        WriteAsync(work => SetSingle(work, pending.App, Pending, pending), cancellationToken);

    public Task<PendingApproval?> FindPendingApprovalAsync(string app, CancellationToken cancellationToken) =>
        FindSingleAsync<PendingApproval>(app, Pending, cancellationToken);

    public Task ClearPendingApprovalAsync(string app, string releaseId, CancellationToken cancellationToken) => WriteAsync(
        work =>
        {
            if (FindSingle<PendingApproval>(work, app, Pending)?.ReleaseId == releaseId)
            {
                SetSingle<PendingApproval>(work, app, Pending, null);
            }
        },
        cancellationToken);

    private Task<T?> FindSingleAsync<T>(string app, string kind, CancellationToken cancellationToken)
        where T : class =>
        ReadAsync(work => FindSingle<T>(work, app, kind), cancellationToken);

    private static T? FindSingle<T>(StoreTransaction work, string app, string kind)
        where T : class =>
        work.Body<T>("SELECT body FROM single WHERE app = $1 AND kind = $2", app, kind);

    private static void SetSingle<T>(StoreTransaction work, string app, string kind, T? value)
        where T : class
    {
        if (value is null)
        {
            work.Write("DELETE FROM single WHERE app = $1 AND kind = $2", app, kind);
        }
        else
        {
            work.Write("INSERT INTO single (app, kind, body) VALUES ($1, $2, $3) ON CONFLICT (app, kind) DO UPDATE SET body = $3", app, kind, StoreTransaction.ToText(value));
        }
    }
}
