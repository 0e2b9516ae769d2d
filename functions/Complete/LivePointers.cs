using BlueGreenServerless.Documents;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Records;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Functions.Complete;

/// <summary>Keeps the word on which release is live in step with the traffic.</summary>
internal sealed class LivePointers(IReleaseStore store)
{
    private const int Looked = 200;

    public async Task MoveAsync(Release ended, LockGrant grant, DateTimeOffset now, CancellationToken cancellationToken)
    {
        switch (ended.Outcome)
        {
            case Outcome.Completed:
                var live = new LivePointer(ended.Header.App, ended.Header.Id, ended.Header.Version, now, ended.StandbyUntil ?? now);
                await store.SetLiveAsync(ended.Header.App, live, grant, cancellationToken);
                break;
            case Outcome.RolledBack:
                await MoveBackAsync(ended.Header, grant, now, cancellationToken);
                break;
            default:
                break;
        }
    }

    /// <summary>A release that was rolled back on its ramp never became live, and the pointer has stayed where it was.</summary>
    private async Task MoveBackAsync(ReleaseHeader header, LockGrant grant, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if ((await store.FindLiveAsync(header.App, cancellationToken))?.ReleaseId != header.Id)
        {
            return;
        }

        var history = await store.HistoryAsync(header.App, Looked, cancellationToken);
        var before = history.FirstOrDefault(record =>
            record.Id != header.Id && record.Outcome == Outcome.Completed && record.StartedAt < header.StartedAt);
        var live = before is null ? null : new LivePointer(header.App, before.Id, before.Version, now, now);
        await store.SetLiveAsync(header.App, live, grant, cancellationToken);
    }
}
