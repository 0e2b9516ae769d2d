using BlueGreenServerless.Cli.Standby;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Functions.Trigger;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Cli.Running;

/// <summary>One release from request to end, in this process.</summary>
internal sealed class ReleaseRun(MachineSession session, ReleaseRequest request, bool stay)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await new Leftovers(session).ContinueAsync(cancellationToken);
        var asked = await session.Trigger.ReleaseAsync(request, cancellationToken);
        if (asked.Status == TriggerStatus.AlreadyReleased)
        {
            session.Output.Happened("asked", asked, $"Version {request.Artifact.Version} of '{session.App.App}' is live already, as '{asked.ReleaseId}'; nothing was started.");
            return asked.Outcome == Outcome.Completed ? ExitCodes.Done : ExitCodes.NotReleased;
        }

        session.Output.Happened("asked", asked, asked.Message);

        if (asked.Status == TriggerStatus.Queued && !await new QueuedRelease(session, asked.ReleaseId).UntilStartedAsync(cancellationToken))
        {
            return ExitCodes.Refused;
        }

        var end = await session.FollowAsync(asked.ReleaseId, cancellationToken);
        await session.DriveOthersAsync(cancellationToken);
        return end.ExitCode != ExitCodes.Done ? end.ExitCode : await WindowAsync(end, cancellationToken);
    }

    private async Task<int> WindowAsync(ReleaseEnd end, CancellationToken cancellationToken)
    {
        if (stay)
        {
            return await new WindowStay(session).UntilClosedAsync(cancellationToken);
        }

        if (end.StandbyUntil is { } until && until > session.App.Time.GetUtcNow())
        {
            session.Output.Advise(
                $"The old version stays ready until {until:u}: 'bluegreen rollback' puts it back with one write per target.\n" +
                (session.App.Host.MovesHere
                    ? "Nobody watches the new version in that time unless 'bluegreen resume --stay' runs."
                    : "The alarms of 'observe.alarms' watch the new version in that time and put the old one back."));
        }

        return ExitCodes.Done;
    }
}
