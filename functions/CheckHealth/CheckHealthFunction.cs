using BlueGreenServerless.Plans;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Signals;
using BlueGreenServerless.Rules;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Functions.CheckHealth;

/// <summary>Proves the idle colour healthy, as the load balancer itself sees it, so many rounds in a row.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>finding</term><description>result</description></listheader>
/// <item><term>abort, alarm or another target's failure</term><description>Failed</description></item>
/// <item><term>all hosts healthy, rounds complete</term><description>Healthy, and SeenHealthy</description></item>
/// <item><term>all hosts healthy, rounds missing, deadline not over</term><description>Waiting, one more round counted</description></item>
/// <item><term>a host unhealthy, or no hosts, deadline not over</term><description>Waiting, rounds counted from 0</description></item>
/// <item><term>deadline over</term><description>Failed, HealthDeadlineExceeded with what the hosts answered</description></item>
/// </list>
/// Reads only. A round that runs twice is counted once, because the document with the count is lost with the first run.
/// </remarks>
public sealed class CheckHealthFunction(StageServices services) : IStage<TargetRelease, TargetRelease>
{
    public Task<TargetRelease> RunAsync(TargetRelease input, CancellationToken cancellationToken)
    {
        var now = services.Time.GetUtcNow();
        var before = input.Target.Health ?? new HealthState(HealthVerdict.Waiting, 0, now, new ColorHealth(0, 0, []));
        return new Preparation(services, "CheckHealth").RunAsync(
            input,
            target => target with { Health = (target.Health ?? before) with { Verdict = HealthVerdict.Failed } },
            () => CheckAsync(input, before, now, cancellationToken),
            cancellationToken);
    }

    private async Task<TargetState> CheckAsync(TargetRelease input, HealthState before, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var target = input.Target;
        var plan = input.Plan.Health;
        var health = await services.Ports.Router(target).HealthAsync(target.Idle(), cancellationToken);
        var state = before with { Last = health, InARow = health.AllHealthy ? before.InARow + 1 : 0 };
        if (state.InARow >= plan.HealthyChecks)
        {
            return target with { Health = state with { Verdict = HealthVerdict.Healthy }, SeenHealthy = true };
        }

        return now >= before.StartedAt + plan.Timeout
            ? target with { Health = state, Failure = TooLate(input, state) }
            : target with { Health = state, WaitSeconds = PollPace.Every(plan.Interval, now - before.StartedAt, plan.Timeout, input.Progress.Targets) };
    }

    private static Failure TooLate(TargetRelease input, HealthState state) => new(
        Reason.HealthDeadlineExceeded,
        $"The colour {input.Target.Idle().Lower()} of target '{input.Target.Name}' was not healthy {input.Plan.Health.HealthyChecks} times in a row within " +
        $"'{Durations.Of(input.Plan.Health.Timeout)}' (health.timeout): at last {state.Last.Healthy} of {state.Last.Total} hosts, {state.InARow} times in a row." +
        (state.Last.Failures.Count == 0 ? "" : $" {string.Join("; ", state.Last.Failures)}.") +
        $" Look at what '{input.Plan.Health.Path}' answers on the host.");
}
