using BlueGreenServerless.Cli.Hosting;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Records;
using BlueGreenServerless.Serialization;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Cli.Running;

/// <summary>What dead processes left behind: executions that nobody moves, and releases whose execution ended without its own clean-up.</summary>
internal sealed class Leftovers(MachineSession session)
{
    /// <returns>The executions that this process moves now.</returns>
    public async Task<IReadOnlyList<Execution>> ContinueAsync(CancellationToken cancellationToken)
    {
        var resumed = new List<Execution>();
        foreach (var (machine, name) in await session.Mover.ResumeAsync(cancellationToken))
        {
            var execution = await DescribeAsync(machine, name, cancellationToken);
            resumed.Add(execution);
            session.Output.Happened("resumed", new { execution.Machine, execution.Name, execution.CurrentStates }, Sentence(execution));
        }

        var compensated = await CompensateAsync(cancellationToken);
        return [.. resumed, .. compensated];
    }

    private async Task<IReadOnlyList<Execution>> CompensateAsync(CancellationToken cancellationToken)
    {
        var started = new List<Execution>();
        foreach (var record in await session.App.Store.HistoryAsync(session.App.App, limit: 20, cancellationToken))
        {
            if (record.Outcome == Outcome.Running && await EndedAsync(record, cancellationToken) is { } ended)
            {
                started.Add(await RollBackAsync(record, ended, cancellationToken));
            }
        }

        return started;
    }

    /// <summary>The release's execution when it is closed and no rollback runs that would put things right.</summary>
    private async Task<Execution?> EndedAsync(ReleaseRecord record, CancellationToken cancellationToken)
    {
        var execution = await session.Executions.DescribeAsync(EmbeddedDefinitions.Release, record.Id, cancellationToken);
        var rollback = await session.Executions.DescribeAsync(EmbeddedDefinitions.Rollback, record.Id, cancellationToken);
        return execution is { Status: ExecutionStatus.Failed or ExecutionStatus.Aborted or ExecutionStatus.TimedOut }
            && rollback is not { Status: ExecutionStatus.Running } ? execution : null;
    }

    private async Task<Execution> RollBackAsync(ReleaseRecord record, Execution ended, CancellationToken cancellationToken)
    {
        var failure = new Failure(ended.Error ?? Reason.Aborted, ended.Cause ?? $"The execution '{ended.Name}' ended as {ended.Status} without its own clean-up.");
        var document = ForRollback(record.Document, record.Failure ?? failure);
        var name = await FreeNameAsync(record.Id, cancellationToken);
        await session.Mover.Services.Executions.StartAsync(EmbeddedDefinitions.Rollback, name, ReleaseJson.ToElement(document), cancellationToken);
        session.Output.Happened(
            "compensated", new { release = record.Id, failure },
            $"'{record.Id}' ended as {ended.Status} without its own clean-up ({failure.Error}: {failure.Cause}); its traffic is put back.");
        return await DescribeAsync(EmbeddedDefinitions.Rollback, name, cancellationToken);
    }

    private async Task<Execution> DescribeAsync(string machine, string name, CancellationToken cancellationToken) =>
        await session.Executions.DescribeAsync(machine, name, cancellationToken)
            ?? throw new InvalidOperationException($"The {machine} '{name}' was started and is not in the journal.");

    /// <summary>As the trigger hands a release to the rollback machine: without what the first way forward left in it.</summary>
    private static Release ForRollback(Release document, Failure failure) => document with
    {
        Lock = null,
        Decision = Decision.Rollback,
        Failure = failure,
        Targets = [.. document.Targets.Select(target => target with { Restore = null, Failure = null })],
    };

    private async Task<string> FreeNameAsync(string release, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var name = Rules.ReleaseName.OfRollback(release, attempt);
            if (await session.Executions.DescribeAsync(EmbeddedDefinitions.Rollback, name, cancellationToken) is null)
            {
                return name;
            }
        }
    }

    private static string Sentence(Execution execution) => execution.Machine == EmbeddedDefinitions.Standby
        ? $"The rollback window of '{execution.Name}' is kept by this process again."
        : $"Continuing the {execution.Machine} of '{execution.Name}', which no process moved; it was in {string.Join(", ", execution.CurrentStates)}.";
}
