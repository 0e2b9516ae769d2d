using BlueGreenServerless.Engine;
using BlueGreenServerless.Records;
using BlueGreenServerless.Rules;
using BlueGreenServerless.Verdicts;
using BlueGreenServerless.VirtualCloud.Machine;

namespace BlueGreenServerless.VirtualCloud.Watching;

/// <summary>What a release of the app <c>shop</c> must not leave behind, however it ended: a lock, an execution, a record that does not tell the truth.</summary>
internal static class Leftovers
{
    /// <param name="id">Of the release.</param>
    /// <param name="ended">Null when it could not even be started.</param>
    /// <returns>What is not as it must be, in words.</returns>
    public static async Task<IReadOnlyList<string>> OfAsync(CloudMachine machine, string id, Execution? ended)
    {
        var record = ended is null ? null : await machine.PassAsync(machine.DoAsync("status", services => services.Store.FindAsync("shop", id, default)));
        return
        [
            .. await RunningAsync(machine, ended), .. await LockAsync(machine, ended), .. ended is null ? [] : Record(record, ended),
            .. await LiveAsync(machine, ended?.Status == ExecutionStatus.Succeeded ? id : null),
        ];
    }

    /// <param name="back">A rollback that somebody started and that has succeeded.</param>
    /// <inheritdoc cref="OfAsync"/>
    public static async Task<IReadOnlyList<string>> OfRollbackAsync(CloudMachine machine, string id, Execution back)
    {
        var record = await machine.PassAsync(machine.DoAsync("status", services => services.Store.FindAsync("shop", id, default)));
        // the standby of a release that was complete waits to the end of its window, and then finds it superseded
        var running = (await machine.Engine.ListAsync(ExecutionStatus.Running)).Where(execution => execution.Machine != "standby");
        return
        [
            .. running.Select(execution => $"'{execution.Machine}' runs"), .. await LockAsync(machine, back), .. await LiveAsync(machine, null),
            .. record is { EndedAt: not null, Outcome: Outcome.RolledBack } ? Array.Empty<string>() : [$"it was put back and its record says {record?.Outcome}"],
        ];
    }

    /// <summary>No release was live before.</summary>
    private static async Task<IEnumerable<string>> LiveAsync(CloudMachine machine, string? wanted)
    {
        var live = await machine.PassAsync(machine.DoAsync("status", services => services.Store.FindLiveAsync("shop", default)));
        return live?.ReleaseId == wanted ? [] : [$"'{live?.ReleaseId}' is said to be live"];
    }

    private static async Task<IEnumerable<string>> RunningAsync(CloudMachine machine, Execution? ended)
    {
        var running = (await machine.Engine.ListAsync(ExecutionStatus.Running)).Select(execution => execution.Machine).ToList();
        string[] allowed = ended?.Status == ExecutionStatus.Succeeded ? ["standby"] : [];
        return running.SequenceEqual(allowed, StringComparer.Ordinal) ? [] : [$"'{string.Join(", ", running)}' run"];
    }

    private static async Task<IEnumerable<string>> LockAsync(CloudMachine machine, Execution? ended)
    {
        if (ended is null)
        {
            // nobody got so far that he could give the lock back: its lease ends
            machine.Time.Advance(LeaseRule.Start);
        }

        var held = await machine.PassAsync(machine.DoAsync("status", services => services.Store.FindLockAsync("shop", default)));
        return held is null || (ended is null && held.ExpiresAt <= machine.Time.GetUtcNow()) ? [] : [$"'{held.Owner}' holds the lock until {held.ExpiresAt:u}"];
    }

    private static IEnumerable<string> Record(ReleaseRecord? record, Execution ended)
    {
        Outcome[] wanted = ended switch
        {
            { Status: ExecutionStatus.Succeeded } => [Outcome.Completed],
            { Error: nameof(Outcome.RollbackFailed) } => [Outcome.RollbackFailed],
            _ => [Outcome.Abandoned, Outcome.RolledBack],
        };
        return record?.EndedAt is null ? ["its record says that it runs"]
            : wanted.Contains(record.Outcome) ? [] : [$"it ended as {ended.Status} {ended.Error} and its record says {record.Outcome}"];
    }
}
