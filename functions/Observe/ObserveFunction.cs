using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Rules;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;
using Microsoft.Extensions.Logging;

namespace BlueGreenServerless.Functions.Observe;

/// <summary>Judges the new colour of a target under traffic. What cannot be measured is NoData, never an exception.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>finding</term><description>result</description></listheader>
/// <item><term>the target has failed, or no traffic has moved yet</term><description>nothing is done</description></item>
/// <item><term>the new colour has an unhealthy host</term><description>Bad, HealthLost</description></item>
/// <item><term>a provider does not answer</term><description>NoData; the window stays open</description></item>
/// <item><term>fewer requests than a judgement needs, a probe path is set</term><description>probes are sent and judged too</description></item>
/// <item><term>otherwise</term><description>as <see cref="ObservationJudge"/> says</description></item>
/// </list>
/// A second run reads a slightly longer window from the same cursor.
/// </remarks>
public sealed class ObserveFunction(StageServices services) : IStage<TargetRelease, TargetRelease>
{
    private readonly ILogger log = services.Logs.CreateLogger("Observe");

    public async Task<TargetRelease> RunAsync(TargetRelease input, CancellationToken cancellationToken)
    {
        if (input.Target.Failure is not null || !input.Progress.ShiftStarted)
        {
            return input;
        }

        var judgement = await JudgeAsync(input, cancellationToken);
        log.LogInformation(
            "{Release} Observe {Target}: {Verdict} {Why}", input.Header.Id, input.Target.Name, judgement.State.Verdict, judgement.State.Why);
        return input.With(input.Target with { Observation = judgement.State, Failure = judgement.Failure });
    }

    private async Task<Judgement> JudgeAsync(TargetRelease input, CancellationToken cancellationToken)
    {
        var now = services.Time.GetUtcNow();
        var before = input.Target.Observation;
        try
        {
            var router = services.Ports.Router(input.Target);
            var health = await router.HealthAsync(input.Target.Idle(), cancellationToken);
            return health.AllHealthy
                ? ObservationJudge.Judge(input.Plan.Observe, before, await MeasureAsync(input, router, cancellationToken), now)
                : HealthLost(input.Target, health, now);
        }
        catch (ProviderUnavailableException fault)
        {
            return new Judgement(Unmeasured(before, now) with { Why = $"It could not be measured: {fault.Message}" }, null);
        }
    }

    private async Task<ObservationWindow> MeasureAsync(TargetRelease input, ITrafficRouter router, CancellationToken cancellationToken)
    {
        var plan = input.Plan.Observe;
        var fresh = input.Target.Idle();
        var metrics = services.Ports.Metrics(input.Target);
        var alarms = plan.Alarms.Count == 0 ? [] : await metrics.AlarmsAsync(plan.Alarms, cancellationToken);
        var reading = await metrics.ReadAsync(input.Target.Observation?.Cursor, cancellationToken);
        var connections = await router.ConnectionsAsync(fresh.Other(), cancellationToken);
        var probes = reading.Of(fresh).Requests < plan.MinRequests
            ? await new LowTrafficProbes(services.Probe).SendAsync(input, plan.Probe is null ? null : router.Preview(fresh), cancellationToken)
            : input.Target.Observation?.Probes;
        return new ObservationWindow(reading.Of(fresh), reading.Of(fresh.Other()), reading.Cursor, alarms, probes, connections);
    }

    private static Judgement HealthLost(TargetState target, ColorHealth health, DateTimeOffset now)
    {
        var why = $"The colour {target.Idle().Lower()} of target '{target.Name}' has traffic and '{health.Healthy}' of {health.Total} hosts healthy, all are needed. " +
            string.Join("; ", health.Failures);
        return new Judgement(
            Unmeasured(target.Observation, now) with { Verdict = ObservationVerdict.Bad, Why = why }, new Failure(Reason.HealthLost, why));
    }

    private static ObservationState Unmeasured(ObservationState? before, DateTimeOffset now) =>
        (before ?? new ObservationState(ObservationVerdict.NoData, "", null, now, ColorMetrics.None, null, null)) with { Verdict = ObservationVerdict.NoData };
}
