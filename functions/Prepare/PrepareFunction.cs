using BlueGreenServerless.Plans;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Signals;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Rules;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Functions.Prepare;

/// <summary>Gets the idle colour ready to be installed on: capacity, attached without traffic, old sessions gone.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>finding</term><description>result</description></listheader>
/// <item><term>abort, alarm or another target's failure</term><description>Failed</description></item>
/// <item><term>traffic on the idle colour</term><description>Failed, TrafficChangedByOthers: nobody installs under users</description></item>
/// <item><term>capacity missing, deadline not over / over</term><description>Waiting / Failed, PrepareDeadlineExceeded</description></item>
/// <item><term>old sessions, drain time not over</term><description>Waiting</description></item>
/// <item><term>no or unknown sessions, or drain time over</term><description>Ready</description></item>
/// </list>
/// Asking for capacity and attaching are repeated at each call; both change nothing that is as it should be.
/// </remarks>
public sealed class PrepareFunction(StageServices services) : IStage<TargetRelease, TargetRelease>
{
    public Task<TargetRelease> RunAsync(TargetRelease input, CancellationToken cancellationToken)
    {
        var now = services.Time.GetUtcNow();
        var since = input.Target.Prepare?.StartedAt ?? now;
        return new Preparation(services, "Prepare").RunAsync(
            input,
            target => target with { Prepare = new PrepareState(PrepareVerdict.Failed, since, null) },
            () => PrepareAsync(input, since, now, cancellationToken),
            cancellationToken);
    }

    private async Task<TargetState> PrepareAsync(TargetRelease input, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var target = input.Target;
        var router = services.Ports.Router(target);
        var traffic = await router.DescribeAsync(cancellationToken);
        if (traffic.Split != TrafficSplit.All(target.Idle().Other()))
        {
            return target with { Failure = Moved(target, traffic.Split) };
        }

        var waiting = await WaitingAsync(input, router, now - since, cancellationToken);
        if (waiting is { IsCapacity: true } && now >= since + input.Plan.Deadlines.Prepare)
        {
            return target with { Failure = TooLate(input, waiting.Text) };
        }

        return target with
        {
            Prepare = new PrepareState(waiting is null ? PrepareVerdict.Ready : PrepareVerdict.Waiting, since, waiting?.Text),
            WaitSeconds = PollPace.Next(now - since, waiting?.IsCapacity == false ? input.Plan.Deadlines.Drain : input.Plan.Deadlines.Prepare, input.Progress.Targets),
        };
    }

    private async Task<Waiting?> WaitingAsync(TargetRelease input, ITrafficRouter router, TimeSpan elapsed, CancellationToken cancellationToken)
    {
        var idle = input.Target.Idle();
        if (services.Ports.Fleet(input.Target) is { } fleet && await fleet.BringToCapacityAsync(idle, cancellationToken) is { } missing)
        {
            return new Waiting(true, missing);
        }

        await router.AttachAsync(idle, cancellationToken);
        var sessions = elapsed < input.Plan.Deadlines.Drain ? await router.ConnectionsAsync(idle, cancellationToken) ?? 0 : 0;
        return sessions > 0 ? new Waiting(false, $"{sessions} sessions of the version before on {idle.Lower()}") : null;
    }

    private static Failure Moved(TargetState target, TrafficSplit split) => new(
        Reason.TrafficChangedByOthers,
        $"The traffic of target '{target.Name}' is '{split}' and was all on {target.Idle().Other().Lower()} when the release began; nothing is installed " +
        $"on a colour that has traffic. Find out who moved it, and release again.");

    private static Failure TooLate(TargetRelease input, string waiting) => new(
        Reason.PrepareDeadlineExceeded,
        $"Target '{input.Target.Name}' was not ready within '{Durations.Of(input.Plan.Deadlines.Prepare)}' (deadlines.prepare); still waiting for: {waiting}. " +
        "Look at the fleet, or raise the deadline, and release again.");
}
