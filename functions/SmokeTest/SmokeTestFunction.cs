using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Probing;
using BlueGreenServerless.Functions.Signals;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Functions.SmokeTest;

/// <summary>Asks the idle colour through its preview address and compares the answers.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>finding</term><description>result</description></listheader>
/// <item><term>abort, alarm or another target's failure</term><description>Failed</description></item>
/// <item><term>no checks</term><description>Passed, 0 of 0</description></item>
/// <item><term>no preview address</term><description>Failed, SmokeTestFailed</description></item>
/// <item><term>no answer, the first time</term><description>asked once more</description></item>
/// <item><term>another status, or the text is missing</term><description>Failed, SmokeTestFailed with URL, status and head of the body</description></item>
/// <item><term>all as expected</term><description>Passed</description></item>
/// </list>
/// Reads only, so it may run twice.
/// </remarks>
public sealed class SmokeTestFunction(StageServices services) : IStage<TargetRelease, TargetRelease>
{
    public Task<TargetRelease> RunAsync(TargetRelease input, CancellationToken cancellationToken)
    {
        var total = input.Plan.Smoke.Count;
        return new Preparation(services, "SmokeTest").RunAsync(
            input,
            target => target with { Smoke = (target.Smoke ?? new SmokeState(SmokeVerdict.Failed, 0, total)) with { Verdict = SmokeVerdict.Failed } },
            () => TestAsync(input, cancellationToken),
            cancellationToken);
    }

    private async Task<TargetState> TestAsync(TargetRelease input, CancellationToken cancellationToken)
    {
        var checks = input.Plan.Smoke;
        var preview = checks.Count == 0 ? null : services.Ports.Router(input.Target).Preview(input.Target.Idle());
        for (var passed = 0; passed < checks.Count; passed++)
        {
            var fault = preview is null ? SmokeExpectation.NoPreview : await FaultAsync(input, checks[passed], preview, cancellationToken);
            if (fault is not null)
            {
                return input.Target with
                {
                    Smoke = new SmokeState(SmokeVerdict.Failed, passed, checks.Count),
                    Failure = new Failure(Reason.SmokeTestFailed, $"Smoke test {passed + 1} of {checks.Count} of target '{input.Target.Name}' failed. {fault}"),
                };
            }
        }

        return input.Target with { Smoke = new SmokeState(SmokeVerdict.Passed, checks.Count, checks.Count) };
    }

    private async Task<string?> FaultAsync(TargetRelease input, SmokeCheck check, PreviewAddress preview, CancellationToken cancellationToken)
    {
        var uri = PreviewRequest.Uri(preview, check.Path);
        var headers = PreviewRequest.Headers(preview, check.Headers);
        var answer = await services.Probe.GetAsync(uri, headers, check.Timeout, cancellationToken);
        if (answer.Status is null)
        {
            answer = await services.Probe.GetAsync(uri, headers, check.Timeout, cancellationToken);
        }

        return SmokeExpectation.Fault(check, SmokeExpectation.Fill(check.Contains, input.Header), uri, answer);
    }
}
