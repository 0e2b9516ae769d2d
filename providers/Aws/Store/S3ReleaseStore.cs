using Amazon.S3;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Records;

namespace BlueGreenServerless.Providers.Aws.Store;

/// <summary>
/// The store of any number of functions: a bucket, with conditional writes.
/// <code>
/// apps/{app}/lock.json  live.json  freeze.json  queue.json  approval.json    one of each
/// apps/{app}/releases/{id}.json                                              records
/// apps/{app}/history/{falling time}-{id}.json                                their order, newest first
/// apps/{app}/signals/{release}.json                                          signals of a release in their order
/// apps/{app}/audit/{falling day}.json                                        a day's entries in their order
/// </code>
/// </summary>
/// <param name="bucket">Versioned or not; encryption and rights are the bucket's.</param>
/// <param name="prefix">Beginning of all keys, empty or ending in '/'.</param>
public sealed partial class S3ReleaseStore(IAmazonS3 storage, string bucket, string prefix, TimeProvider time) : IReleaseStore
{
    private const long LastDay = 99_999_999;
    private const int MostDays = 3660;

    private readonly S3Documents documents = new(storage, bucket, prefix, time);

    private S3Locks Locks => new(documents, time);

    public Task<LockGrant> AcquireLockAsync(string app, string owner, TimeSpan lease, CancellationToken cancellationToken) =>
        Locks.AcquireAsync(app, owner, lease, cancellationToken);

    public Task<LockGrant> RenewLockAsync(LockGrant grant, TimeSpan lease, CancellationToken cancellationToken) => Locks.RenewAsync(grant, lease, cancellationToken);

    public Task ReleaseLockAsync(LockGrant grant, CancellationToken cancellationToken) => Locks.ReleaseAsync(grant, cancellationToken);

    public Task<LockGrant?> BreakLockAsync(string app, CancellationToken cancellationToken) => Locks.BreakAsync(app, cancellationToken);

    public Task<LockGrant?> FindLockAsync(string app, CancellationToken cancellationToken) => Locks.FindAsync(app, cancellationToken);

    /// <remarks>The order of a release is written before its record: one that is cut in between is listed by nobody, because its record is missing.</remarks>
    public async Task SaveAsync(ReleaseRecord record, LockGrant? grant, CancellationToken cancellationToken)
    {
        var place = $"apps/{record.App}/history/{long.MaxValue - record.StartedAt.UtcTicks:D19}-{record.Id}.json";
        await documents.ChangeAsync<ReleaseRecord, bool>(
            $"apps/{record.App}/releases/{record.Id}.json",
            async current =>
            {
                await FenceAsync(grant, current.Fencing, cancellationToken);
                if (current.Value is null)
                {
                    await documents.ChangeAsync<HistoryEntry>(place, known => known is null ? new Change<HistoryEntry>(new HistoryEntry(record.Id)) : null, cancellationToken);
                }

                return (new Change<ReleaseRecord>(record, grant?.Fencing ?? current.Fencing), true);
            },
            cancellationToken);
    }

    public Task<ReleaseRecord?> FindAsync(string app, string releaseId, CancellationToken cancellationToken) =>
        documents.ValueAsync<ReleaseRecord>($"apps/{app}/releases/{releaseId}.json", cancellationToken);

    /// <summary>An app that is frozen, locked or waits before its first release has a folder too, without records in it.</summary>
    public async Task<IReadOnlyList<string>> AppsAsync(CancellationToken cancellationToken)
    {
        var apps = new List<string>();
        foreach (var app in await documents.FoldersAsync("apps/", cancellationToken))
        {
            apps.AddRange((await documents.ListAsync($"apps/{app}/history/", 1, cancellationToken)).Select(_ => app));
        }

        return apps;
    }

    /// <remarks>Places without a record, of releases that are being written or were cut, do not count.</remarks>
    public async Task<IReadOnlyList<ReleaseRecord>> HistoryAsync(string app, int limit, CancellationToken cancellationToken)
    {
        for (var asked = limit; ; asked *= 2)
        {
            var names = await documents.ListAsync($"apps/{app}/history/", asked, cancellationToken);
            var records = (await Task.WhenAll(names.Select(name => FindAsync(app, name[20..^".json".Length], cancellationToken)))).OfType<ReleaseRecord>().Take(limit).ToList();
            if (records.Count == limit || names.Count < asked)
            {
                return records;
            }
        }
    }

    public Task RaiseAsync(string app, string releaseId, Signal signal, CancellationToken cancellationToken) =>
        AppendAsync(SignalsKey(app, releaseId), signal, cancellationToken);

    public async Task<IReadOnlyList<Signal>> SignalsAsync(string app, string releaseId, CancellationToken cancellationToken) =>
        await documents.ValueAsync<List<Signal>>(SignalsKey(app, releaseId), cancellationToken) ?? [];

    public Task AppendAuditAsync(AuditEntry entry, CancellationToken cancellationToken) =>
        AppendAsync($"apps/{entry.App}/audit/{LastDay - (entry.At.Year * 10_000) - (entry.At.Month * 100) - entry.At.Day:D8}.json", entry, cancellationToken);

    public async Task<IReadOnlyList<AuditEntry>> AuditAsync(string app, int limit, CancellationToken cancellationToken)
    {
        var folder = $"apps/{app}/audit/";
        var entries = new List<AuditEntry>();
        foreach (var day in await documents.ListAsync(folder, MostDays, cancellationToken))
        {
            entries.AddRange((await documents.ValueAsync<List<AuditEntry>>(folder + day, cancellationToken) ?? []).AsEnumerable().Reverse());
            if (entries.Count >= limit)
            {
                break;
            }
        }

        return [.. entries.Take(limit)];
    }

    private static string SignalsKey(string app, string releaseId) => $"apps/{app}/signals/{releaseId}.json";

    private Task AppendAsync<T>(string key, T entry, CancellationToken cancellationToken) =>
        documents.ChangeAsync<List<T>>(key, known => new Change<List<T>>([.. known ?? [], entry]), cancellationToken);

    /// <summary>
    /// Refuses an owner that has been followed by another one, and one whose successor has written here already. A write is also bound to what was
    /// read before this question, so a successor that writes meanwhile makes it fail and be asked again.
    /// </summary>
    private async Task FenceAsync(LockGrant? grant, long written, CancellationToken cancellationToken)
    {
        if (grant is null)
        {
            return;
        }

        await Locks.CheckFenceAsync(grant, cancellationToken);
        if (written > grant.Fencing)
        {
            throw new Failures.LockLostException(
                $"The lock of '{grant.App}' with number '{grant.Fencing}' of '{grant.Owner}' is lost: number '{written}' has written already. Only the newest holder writes. Look at the newer release with 'status'.");
        }
    }
}
