using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;
using Microsoft.Extensions.Logging;

namespace BlueGreenServerless.Functions.ShiftTraffic;

/// <summary>Moves the traffic of a target to the current step of the ramp: health once more, one write, read back.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>finding</term><description>result</description></listheader>
/// <item><term>the target has failed already</term><description>nothing is done</description></item>
/// <item><term>the new colour was never seen healthy, or is not healthy now</term><description>Failed, HealthLost: load balancers send traffic to a pool in which nobody is healthy</description></item>
/// <item><term>the traffic is as wanted (second run)</term><description>Shifted, without a write</description></item>
/// <item><term>the traffic is neither as last read nor as wanted</term><description>Failed, TrafficChangedByOthers</description></item>
/// <item><term>read back as wanted</term><description>Shifted</description></item>
/// <item><term>read back otherwise</term><description>Failed, ShiftNotConfirmed</description></item>
/// </list>
/// </remarks>
public sealed class ShiftTrafficFunction(StageServices services) : IStage<TargetRelease, TargetRelease>
{
    private readonly ILogger log = services.Logs.CreateLogger("ShiftTraffic");

    public async Task<TargetRelease> RunAsync(TargetRelease input, CancellationToken cancellationToken)
    {
        if (input.Target.Failure is not null)
        {
            return input;
        }

        var target = await ShiftAsync(input.Target, TrafficSplit.Toward(input.Target.Idle(), input.Progress.Percent), cancellationToken);
        log.Log(
            target.Failure is null ? LogLevel.Information : LogLevel.Warning,
            "{Release} ShiftTraffic {Target}: {Split} {Cause}", input.Header.Id, target.Name, target.Shift?.Split, target.Failure?.Cause);
        return input.With(target);
    }

    private async Task<TargetState> ShiftAsync(TargetState target, TrafficSplit wanted, CancellationToken cancellationToken)
    {
        var router = services.Ports.Router(target);
        var current = (await router.DescribeAsync(cancellationToken)).Split;
        var health = await router.HealthAsync(target.Idle(), cancellationToken);
        if (!target.SeenHealthy || !health.AllHealthy)
        {
            return Failed(target, current, Reason.HealthLost, Unhealthy(target, health));
        }

        if (current != wanted && current != target.Split)
        {
            return Failed(target, current, Reason.TrafficChangedByOthers, Moved(target, current, wanted));
        }

        var read = (await router.ShiftAsync(wanted, cancellationToken)).Split;
        return read == wanted
            ? target with { Split = read, Shift = new ShiftState(ShiftVerdict.Shifted, read, services.Time.GetUtcNow()) }
            : Failed(target, read, Reason.ShiftNotConfirmed, NotConfirmed(target, read, wanted));
    }

    private TargetState Failed(TargetState target, TrafficSplit read, string reason, string cause) => target with
    {
        Split = read, Shift = new ShiftState(ShiftVerdict.Failed, read, services.Time.GetUtcNow()), Failure = new Failure(reason, cause),
    };

    private static string Unhealthy(TargetState target, ColorHealth health) =>
        $"The colour {target.Idle().Lower()} of target '{target.Name}' has '{health.Healthy}' of {health.Total} hosts healthy right before the shift, all are needed; " +
        $"no traffic was moved there. {string.Join("; ", health.Failures)}";

    private static string Moved(TargetState target, TrafficSplit current, TrafficSplit wanted) =>
        $"The traffic of target '{target.Name}' is '{current}', was last '{target.Split}' and should become '{wanted}': somebody else has moved it. " +
        "Only one may move it during a release. Find out who, and release again.";

    private static string NotConfirmed(TargetState target, TrafficSplit read, TrafficSplit wanted) =>
        $"The traffic of target '{target.Name}' should be '{wanted}' after the shift and was read back as '{read}'. Look at the load balancer.";
}
