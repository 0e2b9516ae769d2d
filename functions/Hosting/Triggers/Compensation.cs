using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Hosting.Events;
using BlueGreenServerless.Functions.Hosting.Executions;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Records;
using BlueGreenServerless.Rules;
using BlueGreenServerless.Serialization;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Functions.Hosting.Triggers;

/// <summary>Puts right what an execution left behind that ended without its own clean-up.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>finding</term><description>what happens</description></listheader>
/// <item><term>the end is recorded</term><description>nothing: it cleaned up itself</description></item>
/// <item><term>no record: it ended before it touched anything</term><description>its lock is given back</description></item>
/// <item><term>a rollback of it runs</term><description>nothing: that one's own end is told too</description></item>
/// <item><term>not recorded</term><description>a rollback starts, under the lock that the release still holds</description></item>
/// </list>
/// Twice the same event: the rollback's name and input follow from the record and the event, so it starts once. What the execution had
/// called when it was stopped goes on to its end, also a shift: the rollback watches the traffic until that is over.
/// </remarks>
internal sealed class Compensation(StageServices services, IExecutionStates executions)
{
    private const int MaxAttempts = 9;

    /// <summary>The timeout of a state: a function that its execution does not wait for any more ends before that.</summary>
    private static readonly TimeSpan _longestCall = TimeSpan.FromSeconds(60);

    /// <param name="machine">release or rollback.</param>
    /// <param name="ended">When the execution ended, as the event says.</param>
    public async Task<EventResult> RunAsync(ExecutionSubject subject, string machine, string status, DateTimeOffset ended, CancellationToken cancellationToken)
    {
        var record = await services.Store.FindAsync(subject.App, subject.ReleaseId, cancellationToken);
        if (record is null)
        {
            return await GiveBackAsync(subject, cancellationToken);
        }

        return record.EndedAt is null
            ? await RollBackAsync(record, new Failure(Reason.Aborted, $"The {machine} '{subject.ReleaseId}' ended as {status} without its own clean-up."), ended + _longestCall, cancellationToken)
            : EventResult.Ignored($"'{record.Id}' cleaned up itself and ended as {record.Outcome}.");
    }

    private async Task<EventResult> GiveBackAsync(ExecutionSubject subject, CancellationToken cancellationToken)
    {
        if (await services.Store.FindLockAsync(subject.App, cancellationToken) is { } held && held.Owner == subject.ReleaseId)
        {
            await services.Store.ReleaseLockAsync(held, cancellationToken);
        }

        return new EventResult(true, $"'{subject.ReleaseId}' ended before it touched anything; its lock is free.", subject.ReleaseId);
    }

    private async Task<EventResult> RollBackAsync(ReleaseRecord record, Failure failure, DateTimeOffset quietFrom, CancellationToken cancellationToken)
    {
        var input = ReleaseJson.ToElement(ForRollback(record.Document, record.Failure ?? failure, quietFrom));
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var name = ReleaseName.OfRollback(record.Id, attempt);
            if (await executions.IsRunningAsync("rollback", name, cancellationToken))
            {
                return EventResult.Ignored($"The rollback '{name}' runs.");
            }

            if (await services.Executions.StartAsync("rollback", name, input, cancellationToken) != StartResult.AlreadyExists)
            {
                return new EventResult(true, $"{failure.Cause} The rollback '{name}' has started.", record.Id);
            }
        }

        throw new RollbackRefusedException(
            $"The release '{record.Id}' could not be cleaned up in '{MaxAttempts}' rollbacks. No more are started by themselves. Look at the last one, and put the traffic back by hand.");
    }

    private static Release ForRollback(Release document, Failure failure, DateTimeOffset quietFrom) => document with
    {
        Progress = document.Progress with { QuietFrom = quietFrom },
        Lock = null,
        Outcome = Outcome.Running,
        Decision = Decision.Rollback,
        StandbyUntil = null,
        Failure = failure,
        Targets = [.. document.Targets.Select(target => target with { Restore = null, Retire = null, Failure = null })],
    };
}
