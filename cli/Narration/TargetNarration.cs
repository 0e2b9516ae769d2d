using System.Text.Json;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Serialization;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Cli.Narration;

/// <summary>What a person wants to hear when one target has gone from one state to another. Pure.</summary>
internal sealed class TargetNarration(ReleasePlan plan, DateTimeOffset at)
{
    public IEnumerable<ProgressLine> Between(TargetState? before, TargetState now)
    {
        var told = new List<ProgressLine?>
        {
            Changed(before?.Live, now.Live) ? Line(now, "Inspect", $"{now.Live!.Value.Lower()} is live, {now.Idle().Lower()} is idle; the traffic is {now.Split}") : null,
            Changed(before?.Prepare, now.Prepare) ? Prepare(now, now.Prepare!) : null,
            Changed(before?.Deploy, now.Deploy) ? Deploy(now, now.Deploy!) : null,
            Changed(before?.Health, now.Health) ? Health(now, now.Health!) : null,
            Changed(before?.Smoke, now.Smoke) ? Smoke(now, now.Smoke!) : null,
            Changed(before?.Shift, now.Shift) ? Line(now, "ShiftTraffic", $"{now.Shift!.Split}{Step(now, now.Shift.Split)}") : null,
            Changed(before?.Observation, now.Observation) ? Observe(now, now.Observation!) : null,
            Changed(before?.Restore, now.Restore) ? Rollback(now, now.Restore!) : null,
            Changed(before?.Retire, now.Retire) ? Retire(now, now.Retire!) : null,
            Changed(before?.Failure, now.Failure) ? Failed(now, now.Failure!) : null,
        };
        return told.OfType<ProgressLine>();
    }

    // by their JSON: the lists inside records are equal only when they are the same object
    private static bool Changed<T>(T? before, T? now) =>
        now is not null && JsonSerializer.Serialize(before, ReleaseJson.Options) != JsonSerializer.Serialize(now, ReleaseJson.Options);

    private ProgressLine Line(TargetState target, string stage, string text) => new(at, stage, target.Name, text);

    private ProgressLine Prepare(TargetState target, PrepareState state) => Line(target, "Prepare", state.Verdict switch
    {
        PrepareVerdict.Ready => $"{target.Idle().Lower()} is ready to be installed on",
        PrepareVerdict.Waiting => $"waits: {state.Waiting}; {Until.Of(state.StartedAt, plan.Deadlines.Prepare)}",
        _ => $"{target.Idle().Lower()} could not be made ready: {state.Waiting}",
    });

    private ProgressLine? Deploy(TargetState target, DeployState state) => Line(target, "Deploy", state.Verdict switch
    {
        CommandVerdict.Succeeded => $"{state.Step} done on {state.Succeeded} of {state.Total} hosts of {target.Idle().Lower()}",
        CommandVerdict.Failed => $"{state.Step} failed on {state.Failed} of {state.Total} hosts{HostFailures.Text(state.Failures)}",
        _ => $"{state.Step} runs on {target.Idle().Lower()}: {state.Succeeded} of {state.Total} hosts done; {Until.Of(state.StartedAt, plan.Deadlines.Deploy)}",
    });

    private ProgressLine Health(TargetState target, HealthState state)
    {
        var counted = $"{state.Last.Healthy} of {state.Last.Total} hosts of {target.Idle().Lower()} healthy";
        var why = state.Last.Failures.Count == 0 ? "" : $" ({string.Join("; ", state.Last.Failures)})";
        return Line(target, "CheckHealth", state.Verdict switch
        {
            HealthVerdict.Healthy => $"{counted}, {state.InARow} rounds in a row",
            HealthVerdict.Waiting => $"{counted}{why}, round {state.InARow} of {plan.Health.HealthyChecks}; {Until.Of(state.StartedAt, plan.Health.Timeout)}",
            _ => $"{counted}{why}; gave up",
        });
    }

    private ProgressLine Smoke(TargetState target, SmokeState state) =>
        Line(target, "SmokeTest", $"{state.Passed} of {state.Total} checks of {target.Idle().Lower()} passed");

    private ProgressLine Observe(TargetState target, ObservationState state) => Line(target, "Observe", $"{state.Verdict}: {state.Why}");

    private ProgressLine Rollback(TargetState target, RestoreState state) => Line(target, "Rollback", state.Verdict switch
    {
        RestoreVerdict.Restored => $"the traffic is as before: {target.Split}",
        RestoreVerdict.Watching => $"the traffic is as before: {target.Split}; a function of the execution that was cut may still write, so it is looked at again",
        RestoreVerdict.Retrying => $"could not put the traffic back yet (try {state.Attempts}): {state.LastError}; {Until.Of(state.StartedAt, plan.Deadlines.Rollback)}",
        _ => $"THE TRAFFIC COULD NOT BE PUT BACK after {state.Attempts} tries: {state.LastError}. A person is needed: docs/operations.md",
    });

    private ProgressLine Retire(TargetState target, RetireState state) =>
        Line(target, "Retire", state.Why is null ? state.Verdict.ToString() : $"{state.Verdict}: {state.Why}");

    private ProgressLine Failed(TargetState target, Failure failure) =>
        new(at, StageOf(target), target.Name, $"{failure.Error}: {failure.Cause}", Failed: true);

    private string Step(TargetState target, TrafficSplit split)
    {
        var steps = plan.Strategy.ToRamp().Steps;
        var step = steps.ToList().IndexOf(split.Of(target.Idle()));
        return step < 0 ? "" : $"  (step {step + 1} of {steps.Count})";
    }

    /// <summary>The stage that a target was in when it failed: the last one that wrote something.</summary>
    private static string StageOf(TargetState target) => target switch
    {
        { Retire: not null } => "Retire",
        { Restore: not null } => "Rollback",
        { Observation: not null } => "Observe",
        { Shift: not null } => "ShiftTraffic",
        { Smoke: not null } => "SmokeTest",
        { Health: not null } => "CheckHealth",
        { Deploy: not null } => "Deploy",
        { Prepare: not null } => "Prepare",
        _ => "Inspect",
    };
}
