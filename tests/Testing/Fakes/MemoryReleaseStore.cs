using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Records;

namespace BlueGreenServerless.Testing.Fakes;

/// <summary>A release store in memory, with the fencing of the real ones.</summary>
public sealed class MemoryReleaseStore(TimeProvider time) : IReleaseStore
{
    private readonly Dictionary<string, LockGrant> locks = [];
    private readonly Dictionary<string, long> fencing = [];
    private readonly Dictionary<(string App, string Id), ReleaseRecord> records = [];
    private readonly Dictionary<string, LivePointer> live = [];
    private readonly List<(string App, string Id, Signal Signal)> signals = [];
    private readonly Dictionary<string, Freeze> freezes = [];
    private readonly Dictionary<string, ReleaseRequest> queue = [];
    private readonly Dictionary<string, PendingApproval> pending = [];
    private readonly List<AuditEntry> audit = [];

    public Faults Faults { get; } = new(time);

    public Task<LockGrant> AcquireLockAsync(string app, string owner, TimeSpan lease, CancellationToken cancellationToken) =>
        Faults.AroundAsync("AcquireLock", () => Acquire(app, owner, lease), cancellationToken);

    public Task<LockGrant> RenewLockAsync(LockGrant grant, TimeSpan lease, CancellationToken cancellationToken) => Faults.AroundAsync(
        "RenewLock",
        () => locks.GetValueOrDefault(grant.App) is { } held && held.Owner == grant.Owner && held.Fencing == grant.Fencing
            ? locks[grant.App] = grant with { ExpiresAt = time.GetUtcNow() + lease }
            : throw Lost(grant),
        cancellationToken);

    public Task ReleaseLockAsync(LockGrant grant, CancellationToken cancellationToken) => Faults.AroundAsync(
        "ReleaseLock",
        () =>
        {
            if (locks.GetValueOrDefault(grant.App) is { } held && held.Owner == grant.Owner && held.Fencing == grant.Fencing)
            {
                locks.Remove(grant.App);
            }
        },
        cancellationToken);

    public Task<LockGrant?> BreakLockAsync(string app, CancellationToken cancellationToken) =>
        Faults.AroundAsync("BreakLock", () => locks.Remove(app, out var held) ? held : null, cancellationToken);

    public Task<LockGrant?> FindLockAsync(string app, CancellationToken cancellationToken) =>
        Faults.AroundAsync("FindLock", () => locks.GetValueOrDefault(app), cancellationToken);

    public Task SaveAsync(ReleaseRecord record, LockGrant? grant, CancellationToken cancellationToken) => Faults.AroundAsync(
        "Save",
        () =>
        {
            CheckFence(grant);
            records[(record.App, record.Id)] = record;
        },
        cancellationToken);

    public Task<ReleaseRecord?> FindAsync(string app, string releaseId, CancellationToken cancellationToken) =>
        Faults.AroundAsync("Find", () => records.GetValueOrDefault((app, releaseId)), cancellationToken);

    public Task<IReadOnlyList<string>> AppsAsync(CancellationToken cancellationToken) => Faults.AroundAsync<IReadOnlyList<string>>(
        "Apps", () => [.. records.Keys.Select(key => key.App).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], cancellationToken);

    public Task<IReadOnlyList<ReleaseRecord>> HistoryAsync(string app, int limit, CancellationToken cancellationToken) =>
        Faults.AroundAsync<IReadOnlyList<ReleaseRecord>>(
            "History", () => [.. records.Values.Where(record => record.App == app).OrderByDescending(record => record.StartedAt).Take(limit)], cancellationToken);

    public Task<LivePointer?> FindLiveAsync(string app, CancellationToken cancellationToken) =>
        Faults.AroundAsync("FindLive", () => live.GetValueOrDefault(app), cancellationToken);

    public Task SetLiveAsync(string app, LivePointer? live, LockGrant grant, CancellationToken cancellationToken) => Faults.AroundAsync(
        "SetLive",
        () =>
        {
            CheckFence(grant);
            Put(this.live, app, live);
        },
        cancellationToken);

    public Task RaiseAsync(string app, string releaseId, Signal signal, CancellationToken cancellationToken) =>
        Faults.AroundAsync("Raise", () => signals.Add((app, releaseId, signal)), cancellationToken);

    public Task<IReadOnlyList<Signal>> SignalsAsync(string app, string releaseId, CancellationToken cancellationToken) =>
        Faults.AroundAsync<IReadOnlyList<Signal>>(
            "Signals", () => [.. signals.Where(one => one.App == app && one.Id == releaseId).Select(one => one.Signal)], cancellationToken);

    public Task SetFreezeAsync(string app, Freeze? freeze, CancellationToken cancellationToken) =>
        Faults.AroundAsync("SetFreeze", () => Put(freezes, app, freeze), cancellationToken);

    public Task<Freeze?> FindFreezeAsync(string app, CancellationToken cancellationToken) =>
        Faults.AroundAsync("FindFreeze", () => freezes.GetValueOrDefault(app), cancellationToken);

    public Task<ReleaseRequest?> EnqueueAsync(string app, ReleaseRequest request, CancellationToken cancellationToken) => Faults.AroundAsync(
        "Enqueue",
        () =>
        {
            var before = queue.GetValueOrDefault(app);
            queue[app] = request;
            return before;
        },
        cancellationToken);

    public Task<ReleaseRequest?> FindQueuedAsync(string app, CancellationToken cancellationToken) =>
        Faults.AroundAsync("FindQueued", () => queue.GetValueOrDefault(app), cancellationToken);

    public Task<ReleaseRequest?> DequeueAsync(string app, CancellationToken cancellationToken) =>
        Faults.AroundAsync("Dequeue", () => queue.Remove(app, out var request) ? request : null, cancellationToken);

    public Task SetPendingApprovalAsync(PendingApproval pending, CancellationToken cancellationToken) =>
        Faults.AroundAsync("SetPendingApproval", () => { this.pending[pending.App] = pending; }, cancellationToken);

    public Task<PendingApproval?> FindPendingApprovalAsync(string app, CancellationToken cancellationToken) =>
        Faults.AroundAsync("FindPendingApproval", () => pending.GetValueOrDefault(app), cancellationToken);

    public Task ClearPendingApprovalAsync(string app, string releaseId, CancellationToken cancellationToken) => Faults.AroundAsync(
        "ClearPendingApproval",
        () =>
        {
            if (pending.GetValueOrDefault(app)?.ReleaseId == releaseId)
            {
                pending.Remove(app);
            }
        },
        cancellationToken);

    public Task AppendAuditAsync(AuditEntry entry, CancellationToken cancellationToken) =>
        Faults.AroundAsync("AppendAudit", () => audit.Add(entry), cancellationToken);

    public Task<IReadOnlyList<AuditEntry>> AuditAsync(string app, int limit, CancellationToken cancellationToken) =>
        Faults.AroundAsync<IReadOnlyList<AuditEntry>>(
            "Audit", () => [.. audit.Where(entry => entry.App == app).Reverse().Take(limit)], cancellationToken);

    private LockGrant Acquire(string app, string owner, TimeSpan lease)
    {
        var now = time.GetUtcNow();
        var held = locks.GetValueOrDefault(app);
        if (held is not null && held.Owner != owner && held.ExpiresAt > now)
        {
            throw new ReleaseLockedException($"The lock of '{app}' is held by '{held.Owner}' until '{held.ExpiresAt:u}'.");
        }

        var number = held?.Owner == owner ? held.Fencing : fencing[app] = fencing.GetValueOrDefault(app) + 1;
        return locks[app] = new LockGrant(app, owner, number, now + lease);
    }

    private void CheckFence(LockGrant? grant)
    {
        if (grant is not null && fencing.GetValueOrDefault(grant.App) != grant.Fencing)
        {
            throw Lost(grant);
        }
    }

    private static void Put<T>(Dictionary<string, T> all, string app, T? value)
        where T : class
    {
        all.Remove(app);
        if (value is not null)
        {
            all[app] = value;
        }
    }

    private static LockLostException Lost(LockGrant grant) => new($"The lock of '{grant.App}' is not held by '{grant.Owner}' ({grant.Fencing}) any more.");
}
