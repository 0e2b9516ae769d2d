using BlueGreenServerless.Plans;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Functions.Deploy;

/// <summary>Why an installation failed, with its evidence.</summary>
internal static class DeployFailures
{
    public static Failure NoHosts(TargetRelease input) => new(
        Reason.DeployFailed,
        $"Target '{input.Target.Name}' has '0' hosts of the colour {input.Target.Idle().Lower()}; at least one is needed. " +
        "Look at the hosts of the target (bluegreen validate names them).");

    public static Failure Failed(TargetRelease input, DeployState state) => new(Reason.DeployFailed, $"{Step(state)} failed on {Where(input, state)}{FirstHost(state)}");

    public static Failure TooLate(TargetRelease input, DeployState state) => new(
        Reason.DeployDeadlineExceeded,
        $"{Step(state)} did not end within '{Durations.Of(input.Plan.Deadlines.Deploy)}' (deadlines.deploy) on target '{input.Target.Name}': " +
        $"{state.Succeeded} of {state.Total} hosts had ended well. It has been cancelled; raise the deadline or find out what hangs.{FirstHost(state)}");

    public static Failure NotExpanded(TargetRelease input, TimeSpan deadline) => new(
        Reason.DeployDeadlineExceeded,
        $"Target '{input.Target.Name}' waited '{Durations.Of(deadline)}' for the expand migration on the first target. Look at the first target and release again.");

    private static string Step(DeployState state) => state.Step == "expand" ? "The expand migration" : "The installation";

    private static string Where(TargetRelease input, DeployState state) =>
        $"{Math.Max(state.Failed, state.Failures.Count)} of {state.Total} hosts of target '{input.Target.Name}'.";

    private static string FirstHost(DeployState state) => state.Failures.Count == 0 ? "" : Evidence(state.Failures[0]);

    private static string Evidence(HostFailure failure) =>
        $" Host '{failure.Host}': {failure.Reason.TrimEnd('.')}{(failure.ExitCode is { } code ? $" (exit code {code})" : "")}" +
        (failure.LastLines.Count == 0 ? "." : $". Its last lines:\n{string.Join('\n', failure.LastLines)}");
}
