using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Functions.Inspect;

/// <summary>Compares what the plan asks for with what the target's router can do.</summary>
public static class RequiredAbilities
{
    /// <exception cref="NotSupportedByTargetException">It asks for more.</exception>
    public static void Check(TargetRelease input, ITrafficRouter router, Color idle)
    {
        var steps = input.Plan.Strategy.ToRamp().Steps;
        if (steps.Count > 1 && !router.Abilities.Weights)
        {
            throw Refused(input, router, $"cannot divide the traffic, and the strategy '{string.Join(", ", steps)}' percent asks for it");
        }

        if (NeededFor(input) is { } use && (!router.Abilities.Preview || router.Preview(idle) is null))
        {
            throw Refused(input, router, $"cannot reach the colour {idle.Lower()} without traffic (preview), and '{use}' asks for it");
        }
    }

    private static string? NeededFor(TargetRelease input) =>
        input.Plan.Smoke.Count > 0 ? "smoke" : input.Plan.Observe.Probe is not null ? "observe.probe" : null;

    private static NotSupportedByTargetException Refused(TargetRelease input, ITrafficRouter router, string what) =>
        new($"Target '{input.Target.Name}' {what}. It can do this: {router.Abilities.Says}. Change the file and release again.");
}
