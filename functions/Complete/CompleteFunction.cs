using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Trigger;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Records;
using BlueGreenServerless.Rules;
using BlueGreenServerless.Verdicts;
using Microsoft.Extensions.Logging;

namespace BlueGreenServerless.Functions.Complete;

/// <summary>The one writer of the end: live pointer, record, then the lock, then the request that waited.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>finding</term><description>result</description></listheader>
/// <item><term>any</term><description>the outcome of <see cref="Ending"/>; a failure wherever it is not Completed</description></item>
/// <item><term>the end is recorded already (second run)</term><description>the recorded document; only the lock and the queue are seen to</description></item>
/// <item><term>a rollback</term><description>takes the lock under the release's own name; without it the pointer is left alone</description></item>
/// <item><term>a release that never got the lock</term><description>recorded without; the lock of the other is not touched</description></item>
/// <item><term>a request waits</term><description>started; that it cannot be is logged and does not change this end</description></item>
/// </list>
/// </remarks>
public sealed class CompleteFunction(StageServices services) : IStage<Release, Release>
{
    private readonly IReleaseStore store = services.Store;
    private readonly ILogger log = services.Logs.CreateLogger("Complete");

    public async Task<Release> RunAsync(Release input, CancellationToken cancellationToken)
    {
        var header = input.Header;
        var ended = Ending.Of(input, services.Time.GetUtcNow());
        var grant = await GrantAsync(input, cancellationToken);
        if (await RecordedAsync(ended, cancellationToken) is { } recorded)
        {
            ended = recorded;
        }
        else
        {
            await RecordAsync(ended, grant, cancellationToken);
        }

        await store.ClearPendingApprovalAsync(header.App, header.Id, cancellationToken);
        if (grant is not null)
        {
            await store.ReleaseLockAsync(grant, cancellationToken);
        }

        log.LogInformation("{Release} Complete: {Outcome} {Cause}", header.Id, ended.Outcome, ended.Failure?.Cause);
        await StartQueuedAsync(header.App, cancellationToken);
        return ended with { Lock = null };
    }

    private async Task<Release?> RecordedAsync(Release ended, CancellationToken cancellationToken)
    {
        var record = await store.FindAsync(ended.Header.App, ended.Header.Id, cancellationToken);
        return record is { EndedAt: not null } && record.Outcome == ended.Outcome && ended.Outcome != Outcome.RollbackFailed ? record.Document : null;
    }

    private async Task RecordAsync(Release ended, LockGrant? grant, CancellationToken cancellationToken)
    {
        var now = services.Time.GetUtcNow();
        if (grant is not null)
        {
            await new LivePointers(store).MoveAsync(ended, grant, now, cancellationToken);
        }

        var record = ReleaseRecord.Of(ended with { Lock = null }, now);
        try
        {
            await store.SaveAsync(record, grant, cancellationToken);
        }
        catch (LockLostException) when (ended.Outcome == Outcome.Abandoned)
        {
            // it touched no traffic, so the new owner of the lock need not care; the record must still say how it ended
            await store.SaveAsync(record, null, cancellationToken);
        }
    }

    private async Task<LockGrant?> GrantAsync(Release input, CancellationToken cancellationToken)
    {
        var (app, id) = (input.Header.App, input.Header.Id);
        if (!Ending.IsRollback(input))
        {
            // Trigger may have taken the lock for a release that Plan then refused
            return input.Lock ?? (await store.FindLockAsync(app, cancellationToken) is { } found && found.Owner == id ? found : null);
        }

        try
        {
            return await store.AcquireLockAsync(app, id, LeaseRule.Margin, cancellationToken);
        }
        catch (ReleaseLockedException taken)
        {
            log.LogWarning("{Release} Complete: {Cause}", id, taken.Message);
            return null;
        }
    }

    /// <summary>This release is over; the next one must not make it fail. A request that could not be started is in the queue again.</summary>
    private async Task StartQueuedAsync(string app, CancellationToken cancellationToken)
    {
        try
        {
            await new ReleaseTrigger(services).StartQueuedAsync(app, cancellationToken);
        }
        catch (ReleaseException failure)
        {
            log.LogWarning("Complete: the waiting request of {App} was not started: {Cause}", app, failure.Message);
        }
    }
}
