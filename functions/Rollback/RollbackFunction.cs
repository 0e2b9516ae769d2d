using BlueGreenServerless.Plans;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Abandon;
using BlueGreenServerless.Rules;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;
using Microsoft.Extensions.Logging;

namespace BlueGreenServerless.Functions.Rollback;

/// <summary>Puts the traffic of a target back as its snapshot says, and keeps trying. Nothing is installed, nothing is tested.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>finding</term><description>result</description></listheader>
/// <item><term>no shift was begun in this release</term><description>Restored, the load balancer is not even asked</description></item>
/// <item><term>another release holds the lock, or a newer one has used the other colour</term><description>RollbackRefusedException</description></item>
/// <item><term>the traffic is as the snapshot says (never moved, or second run)</term><description>Restored, without a write</description></item>
/// <item><term>the traffic cannot be read</term><description>written and read back all the same</description></item>
/// <item><term>restored, and a function of the execution that was cut may still write</term><description>Watching: looked at again until none can</description></item>
/// <item><term>restored and read back</term><description>Restored; says so when the old colour is not healthy</description></item>
/// <item><term>not reachable, refused, read back otherwise; deadline not over / over</term><description>Retrying / Failed, RestoreDeadlineExceeded</description></item>
/// </list>
/// </remarks>
public sealed class RollbackFunction(StageServices services) : IStage<TargetRelease, TargetRelease>
{
    private readonly ILogger log = services.Logs.CreateLogger("Rollback");

    public async Task<TargetRelease> RunAsync(TargetRelease input, CancellationToken cancellationToken)
    {
        var now = services.Time.GetUtcNow();
        var before = input.Target.Restore ?? new RestoreState(RestoreVerdict.Retrying, 0, now, null);
        var state = await TryAsync(input, before with { Attempts = before.Attempts + 1 }, now, cancellationToken);
        log.Log(
            state.Verdict == RestoreVerdict.Restored ? LogLevel.Information : LogLevel.Error,
            "{Release} Rollback {Target}: {Verdict}, try {Attempt} {Error}", input.Header.Id, input.Target.Name, state.Verdict, state.Attempts, state.LastError);
        if (state.Verdict is RestoreVerdict.Restored or RestoreVerdict.Failed)
        {
            await HostCleanup.CancelAsync(services, input.Target, log, cancellationToken);
        }

        return input.With(input.Target with
        {
            Restore = state,
            Split = Restored(input, state) ?? input.Target.Split,
            Failure = state.Verdict == RestoreVerdict.Failed ? TooLate(input, state) : input.Target.Failure,
            WaitSeconds = PollPace.Restoring(now - state.StartedAt, input.Plan.Deadlines.Rollback, input.Progress.Targets),
        });
    }

    private async Task<RestoreState> TryAsync(TargetRelease input, RestoreState state, DateTimeOffset now, CancellationToken cancellationToken)
    {
        string? error;
        try
        {
            var restoring = new Restoring(services, input);
            error = await restoring.RunAsync(cancellationToken);
            if (error is null)
            {
                // what was read before that moment can still be overwritten, so the time that counts is that of before the reading
                var verdict = input.Progress is { ShiftStarted: true, QuietFrom: { } quiet } && now < quiet ? RestoreVerdict.Watching : RestoreVerdict.Restored;
                return state with { Verdict = verdict, LastError = await restoring.WarnAsync(cancellationToken) };
            }
        }
        catch (ReleaseException failure) when (failure is not RollbackRefusedException)
        {
            error = failure.Message;
        }

        var isOver = now >= state.StartedAt + input.Plan.Deadlines.Rollback;
        return state with { Verdict = isOver ? RestoreVerdict.Failed : RestoreVerdict.Retrying, LastError = error };
    }

    private static TrafficSplit? Restored(TargetRelease input, RestoreState state) =>
        state.Verdict is RestoreVerdict.Restored or RestoreVerdict.Watching && input.Target.Live is { } live ? TrafficSplit.All(live) : null;

    private static Failure TooLate(TargetRelease input, RestoreState state) => new(
        Reason.RestoreDeadlineExceeded,
        $"The traffic of target '{input.Target.Name}' could not be put back within '{Durations.Of(input.Plan.Deadlines.Rollback)}' (deadlines.rollback), in {state.Attempts} tries. " +
        $"The last one: {state.LastError} Put it back by hand, or run the rollback again.");
}
