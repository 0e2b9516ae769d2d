using BlueGreenServerless.Documents;
using BlueGreenServerless.Functions.Probing;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Functions.Observe;

/// <summary>Requests of our own to the new colour, when users send too few to judge it.</summary>
internal sealed class LowTrafficProbes(IHttpProbe probe)
{
    private const int Most = 20;
    private const int ServerError = 500;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Sends a quarter of the requests that a judgement needs, at most 20 and all at once, so that one observation stays far below its
    /// timeout; returns all probes of the open window. Null without a probe path or preview address.
    /// </summary>
    public async Task<ColorMetrics?> SendAsync(TargetRelease input, PreviewAddress? preview, CancellationToken cancellationToken)
    {
        var plan = input.Plan.Observe;
        var before = input.Target.Observation?.Probes;
        if (plan.Probe is null || preview is null)
        {
            return before;
        }

        var count = Math.Clamp(plan.MinRequests / 4, 1, Most);
        var uri = PreviewRequest.Uri(preview, plan.Probe);
        var answers = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => probe.GetAsync(uri, preview.Headers, Timeout, cancellationToken)));
        var errors = answers.Count(answer => answer.Status is null or >= ServerError);
        return new ColorMetrics(count + (before?.Requests ?? 0), errors + (before?.Errors ?? 0), null);
    }
}
