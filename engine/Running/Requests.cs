using BlueGreenServerless.Engine.Journals;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Engine.Running;

/// <summary>Writes what somebody asks the owner of an execution for; an execution without a living owner is ended on the spot.</summary>
internal sealed class Requests(string journalPath, JournalWriter writer, TimeProvider time)
{
    /// <summary>The request that the owner will find; null when the execution is closed already or was ended here.</summary>
    /// <exception cref="ReleaseNotFoundException">No such execution.</exception>
    public async Task<Signal?> StopAsync(string machine, string name, string error, string cause)
    {
        var row = await writer.WriteAsync(transaction => transaction.Find(machine, name)) ?? throw new ReleaseNotFoundException(
            $"There is no execution '{name}' of the state machine '{machine}'. List the executions to see their names.");
        if (row.Status != ExecutionStatus.Running)
        {
            return null;
        }

        var orphaned = row.Owner is not { } owner || !OwnerLock.IsAlive(journalPath, owner);
        var ended = orphaned && await EndOrphanAsync(row, new Ending(ExecutionStatus.Aborted, null, error, cause));
        return ended ? null : await writer.WriteAsync(transaction => transaction.Ask(SignalKind.Stop, row.Id, error, cause, time.GetUtcNow()));
    }

    /// <exception cref="ReleaseNotFoundException">No state waits for the token.</exception>
    public async Task<Signal> AnswerAsync(SignalKind kind, string token, string first, string second) =>
        await writer.WriteAsync(transaction => transaction.Answer(kind, token, first, second, time.GetUtcNow()))
        ?? throw new ReleaseNotFoundException(
            $"No state waits for the task token '{token}' (any more): it was answered, has timed out or was stopped. Look at the execution's status.");

    private Task<bool> EndOrphanAsync(ExecutionRow row, Ending ending) => writer.WriteAsync(transaction =>
    {
        // somebody may have resumed it in the meantime
        var now = time.GetUtcNow();
        if (transaction.Find(row.Machine, row.Name)!.Owner != row.Owner || !transaction.Close(row.Id, ending, now))
        {
            return false;
        }

        var last = new NewEvent(now, ExecutionRun.EventType(ending.Status), string.Empty, null, ExecutionRun.Details(ending));
        transaction.Append(row.Id, transaction.LastEvent(row.Id) + 1, last);
        return true;
    });
}
