using BlueGreenServerless.Cli.Hosting;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Functions.Trigger;

namespace BlueGreenServerless.Cli.Running;

/// <summary>Follows a way back to its end, whichever execution takes it.</summary>
internal static class RollbackRun
{
    public static async Task<int> FollowAsync(MachineSession session, TriggerResult asked, CancellationToken cancellationToken)
    {
        if (asked.Status == TriggerStatus.Signalled)
        {
            var end = await session.FollowAsync(asked.ReleaseId, cancellationToken);
            return end.Outcome is Verdicts.Outcome.Abandoned or Verdicts.Outcome.RolledBack ? ExitCodes.Done : ExitCodes.NotReleased;
        }

        return await FollowAsync(session, asked.Execution ?? asked.ReleaseId, asked.ReleaseId, cancellationToken);
    }

    public static async Task<int> FollowAsync(MachineSession session, string execution, string release, CancellationToken cancellationToken)
    {
        var closed = await session.Follower.OnlyNewsUntilClosedAsync(EmbeddedDefinitions.Rollback, execution, cancellationToken);
        var code = closed.Status == ExecutionStatus.Succeeded ? ExitCodes.Done : ExitCodes.NotReleased;
        session.Output.Happened(
            "rolledBack", new { release, status = closed.Status.Word(), closed.Error, closed.Cause, exitCode = code },
            code == ExitCodes.Done
                ? $"'{release}' is taken back; the traffic is as it was before it."
                : $"THE TRAFFIC COULD NOT BE PUT BACK: {closed.Error}: {closed.Cause} A person is needed: docs/operations.md.");
        return code;
    }
}
