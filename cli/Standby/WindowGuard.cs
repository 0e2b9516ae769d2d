using BlueGreenServerless.Plans;
using BlueGreenServerless.Cli.Narration;
using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Trigger;
using BlueGreenServerless.Records;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Cli.Standby;

/// <summary>
/// Watches the live version while the one before it can still be put back, and puts it back when the live one goes bad: what the
/// alarms of a cloud do, done by a process that stays.
/// </summary>
internal sealed class WindowGuard(MachineSession session)
{
    private readonly WindowObservation _observation = new(session.Mover.Services);
    private string? _watched;
    private string _lastSaid = "";

    /// <summary>Watches whatever is live, window after window, until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var pause = await RoundAsync(cancellationToken);
            await Task.Delay(pause, session.App.Time, cancellationToken);
        }
    }

    /// <summary>One look at every target of the live release, if it has a window; returns the time until the next one.</summary>
    public async Task<TimeSpan> RoundAsync(CancellationToken cancellationToken)
    {
        var live = await session.App.Store.FindLiveAsync(session.App.App, cancellationToken);
        if (live is null || live.StandbyUntil <= session.App.Time.GetUtcNow() || await FindAsync(live, cancellationToken) is not { } record
            || await session.App.FindRunningAsync(cancellationToken) is not null)
        {
            _watched = null;
            return TimeSpan.FromSeconds(1);
        }

        Begin(record, live);
        await LookAsync(record, cancellationToken);
        return record.Document.Plan.Observe.Interval;
    }

    private async Task<ReleaseRecord?> FindAsync(LivePointer live, CancellationToken cancellationToken) =>
        await session.App.Store.FindAsync(session.App.App, live.ReleaseId, cancellationToken) is { Outcome: Outcome.Completed } record ? record : null;

    private void Begin(ReleaseRecord record, LivePointer live)
    {
        if (_watched == record.Id)
        {
            return;
        }

        _watched = record.Id;
        _observation.Begin(record.Document);
        session.Output.Happened(
            "window", new { release = record.Id, until = live.StandbyUntil, every = record.Document.Plan.Observe.Interval },
            $"Watching version {record.Version} until {live.StandbyUntil:u}, every {Durations.Of(record.Document.Plan.Observe.Interval)}; the one before it stays ready.");
    }

    private async Task LookAsync(ReleaseRecord record, CancellationToken cancellationToken)
    {
        foreach (var seen in await _observation.LookAsync(cancellationToken))
        {
            Say(seen);
            if (seen.Verdict == ObservationVerdict.Bad)
            {
                await RollBackAsync(record, seen, cancellationToken);
                return;
            }
        }
    }

    /// <summary>Says what changed; the same news every ten seconds is none.</summary>
    private void Say(WindowSighting seen)
    {
        var said = $"{seen.Target} {seen.Verdict} {(seen.Verdict == ObservationVerdict.Good ? "" : seen.Why)}";
        if (said == _lastSaid)
        {
            return;
        }

        _lastSaid = said;
        var line = new ProgressLine(session.App.Time.GetUtcNow(), "Observe", seen.Target, $"in the window: {seen.Verdict}: {seen.Why}", seen.Verdict == ObservationVerdict.Bad);
        session.Output.Happened("window", line, line.ToText(seen.Target.Length));
    }

    private async Task RollBackAsync(ReleaseRecord record, WindowSighting seen, CancellationToken cancellationToken)
    {
        try
        {
            var reason = $"{Reason.ObservationBreached} in the rollback window on target '{seen.Target}': {seen.Why}";
            var asked = await session.Trigger.RollbackAsync(
                new RollbackRequest(session.App.App, "window guard", reason, record.Id, Alarm: true), cancellationToken);
            session.Output.Happened("rollback", asked, asked.Message);
            await RollbackRun.FollowAsync(session, asked, cancellationToken);
        }
        catch (RollbackRefusedException refused)
        {
            session.Output.Happened("rollback", new { refused = refused.Message }, $"The live version is bad and cannot be taken back: {refused.Message}");
        }
    }
}
