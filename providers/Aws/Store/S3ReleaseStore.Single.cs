using BlueGreenServerless.Documents;
using BlueGreenServerless.Records;

namespace BlueGreenServerless.Providers.Aws.Store;

/// <content>What an app has at most one of.</content>
public sealed partial class S3ReleaseStore
{
    public Task<LivePointer?> FindLiveAsync(string app, CancellationToken cancellationToken) => documents.ValueAsync<LivePointer>(Single(app, "live"), cancellationToken);

    public Task SetLiveAsync(string app, LivePointer? live, LockGrant grant, CancellationToken cancellationToken) => documents.ChangeAsync<LivePointer, bool>(
        Single(app, "live"),
        async current =>
        {
            await FenceAsync(grant, current.Fencing, cancellationToken);
            return (new Change<LivePointer>(live, grant.Fencing), true);
        },
        cancellationToken);

    public Task SetFreezeAsync(string app, Freeze? freeze, CancellationToken cancellationToken) =>
        documents.ChangeAsync<Freeze>(Single(app, "freeze"), _ => new Change<Freeze>(freeze), cancellationToken);

    public Task<Freeze?> FindFreezeAsync(string app, CancellationToken cancellationToken) => documents.ValueAsync<Freeze>(Single(app, "freeze"), cancellationToken);

    public Task<ReleaseRequest?> EnqueueAsync(string app, ReleaseRequest request, CancellationToken cancellationToken) =>
        documents.ChangeAsync<ReleaseRequest, ReleaseRequest?>(
            Single(app, "queue"), current => Task.FromResult<(Change<ReleaseRequest>?, ReleaseRequest?)>((new Change<ReleaseRequest>(request), current.Value)), cancellationToken);

    public Task<ReleaseRequest?> FindQueuedAsync(string app, CancellationToken cancellationToken) => documents.ValueAsync<ReleaseRequest>(Single(app, "queue"), cancellationToken);

    public Task<ReleaseRequest?> DequeueAsync(string app, CancellationToken cancellationToken) => documents.ChangeAsync<ReleaseRequest, ReleaseRequest?>(
        Single(app, "queue"),
        current => Task.FromResult((current.Value is null ? null : new Change<ReleaseRequest>(null), current.Value)),
        cancellationToken);

    public Task SetPendingApprovalAsync(PendingApproval pending, CancellationToken cancellationToken) =>
        documents.ChangeAsync<PendingApproval>(Single(pending.App, "approval"), _ => new Change<PendingApproval>(pending), cancellationToken);

    public Task<PendingApproval?> FindPendingApprovalAsync(string app, CancellationToken cancellationToken) =>
        documents.ValueAsync<PendingApproval>(Single(app, "approval"), cancellationToken);

    public Task ClearPendingApprovalAsync(string app, string releaseId, CancellationToken cancellationToken) => documents.ChangeAsync<PendingApproval>(
        Single(app, "approval"), pending => pending?.ReleaseId == releaseId ? new Change<PendingApproval>(null) : null, cancellationToken);

    private static string Single(string app, string what) => $"apps/{app}/{what}.json";
}
