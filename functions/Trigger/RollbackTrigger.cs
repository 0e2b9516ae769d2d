using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Standing;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Records;
using BlueGreenServerless.Rules;
using BlueGreenServerless.Serialization;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Functions.Trigger;

/// <summary>Takes a release back, wherever it stands.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>release</term><description>what happens</description></listheader>
/// <item><term>none known</term><description>ReleaseNotFoundException</description></item>
/// <item><term>running, holds the lock</term><description>it is told (Abort or Alarm), a pending approval is answered with no: Signalled</description></item>
/// <item><term>running, its lease is over</term><description>its host is gone: rollback started</description></item>
/// <item><term>another release holds the lock</term><description>RollbackRefusedException</description></item>
/// <item><term>live, inside its window, not superseded</term><description>rollback started</description></item>
/// <item><term>live, its rollback holds the lock</term><description>Running</description></item>
/// <item><term>its rollback failed</term><description>rollback started again</description></item>
/// <item><term>window over, not live, superseded, ended otherwise</term><description>RollbackRefusedException</description></item>
/// </list>
/// </remarks>
public sealed class RollbackTrigger(StageServices services)
{
    private const int MaxAttempts = 99;

    private readonly IReleaseStore store = services.Store;

    /// <exception cref="ReleaseNotFoundException">No release of that name, or none at all.</exception>
    /// <exception cref="RollbackRefusedException">There is nothing safe to put back.</exception>
    public async Task<TriggerResult> RunAsync(RollbackRequest request, CancellationToken cancellationToken)
    {
        var held = await LockStanding.HeldAsync(services, request.App, cancellationToken);
        var record = await FindAsync(request, held, cancellationToken);
        if (held?.Owner == record.Id)
        {
            return record.EndedAt is null
                ? await TellAsync(request, record, cancellationToken)
                : new TriggerResult(record.Id, TriggerStatus.Running, $"The rollback of '{record.Id}' runs already.", record.Id);
        }

        var refusal = new RollbackRefusal(services);
        await refusal.CheckAsync(record, held, cancellationToken);
        return await StartAsync(request, record, cancellationToken);
    }

    private async Task<ReleaseRecord> FindAsync(RollbackRequest request, LockGrant? held, CancellationToken cancellationToken)
    {
        var id = request.ReleaseId ?? held?.Owner ?? await WithoutNameAsync(request.App, cancellationToken);
        return (id is null ? null : await store.FindAsync(request.App, id, cancellationToken)) ?? throw new ReleaseNotFoundException(
            $"No release '{id ?? "(none)"}' of the app '{request.App}' is known. Allowed is a release from its history. Look at the history of the app.");
    }

    /// <summary>A release that ended badly and was not cleaned up needs it most; else the live one is meant.</summary>
    private async Task<string?> WithoutNameAsync(string app, CancellationToken cancellationToken)
    {
        var history = await store.HistoryAsync(app, 1, cancellationToken);
        var newest = history.Count == 0 ? null : history[0];
        return newest is { Outcome: Outcome.Running or Outcome.RollbackFailed }
            ? newest.Id
            : (await store.FindLiveAsync(app, cancellationToken))?.ReleaseId ?? newest?.Id;
    }

    private async Task<TriggerResult> TellAsync(RollbackRequest request, ReleaseRecord record, CancellationToken cancellationToken)
    {
        var now = services.Time.GetUtcNow();
        var kind = request.Alarm ? SignalKind.Alarm : SignalKind.Abort;
        await store.RaiseAsync(request.App, record.Id, new Signal(kind, request.By, request.Reason, now), cancellationToken);
        if (await store.FindPendingApprovalAsync(request.App, cancellationToken) is { } pending && pending.ReleaseId == record.Id)
        {
            await AnswerAsync(pending.Token, new Approval(false, request.By, request.Reason, now), cancellationToken);
        }

        return new TriggerResult(record.Id, TriggerStatus.Signalled, $"The running release '{record.Id}' has been told to go back.", record.Id);
    }

    private async Task AnswerAsync(string token, Approval answer, CancellationToken cancellationToken)
    {
        try
        {
            await services.Executions.SendTaskSuccessAsync(token, ReleaseJson.ToElement(answer), cancellationToken);
        }
        catch (ReleaseNotFoundException)
        {
            // somebody else has answered; the signal is there in any case
        }
    }

    private async Task<TriggerResult> StartAsync(RollbackRequest request, ReleaseRecord record, CancellationToken cancellationToken)
    {
        var input = ReleaseJson.ToElement(ForRollback(request, record.Document));
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var name = ReleaseName.OfRollback(record.Id, attempt);
            var result = await services.Executions.StartAsync("rollback", name, input, cancellationToken);
            if (result != StartResult.AlreadyExists)
            {
                return new TriggerResult(record.Id, TriggerStatus.Started, $"The rollback of '{record.Id}' (version '{record.Version}') has started.", name);
            }
        }

        throw new RollbackRefusedException(
            $"The release '{record.Id}' has been rolled back '{MaxAttempts}' times. No more are allowed. Release the version that you want instead.");
    }

    private static Release ForRollback(RollbackRequest request, Release document) => document with
    {
        Lock = null,
        Outcome = Outcome.Running,
        Decision = Decision.Rollback,
        StandbyUntil = null,
        Failure = request.Alarm
            ? new Failure(Reason.AlarmFired, $"The alarm '{request.Reason}' fired, reported by '{request.By}'.")
            : new Failure(Reason.RequestedByOperator, $"A rollback was asked for by '{request.By}': {request.Reason}"),
        Targets = [.. document.Targets.Select(target => target with { Restore = null, Retire = null, Failure = null })],
    };
}
