using System.Text.Json;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Hosting.Events;
using BlueGreenServerless.Functions.Hosting.Logging;
using BlueGreenServerless.Functions.Hosting.Triggers;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;
using Microsoft.Extensions.Logging;

namespace BlueGreenServerless.Functions.Hosting.Probes;

/// <summary>
/// Asks every target of an app once, where its users do, and tells the metrics: load balancers that CloudWatch does not measure get an alarm
/// by that, which a release watches and which takes it back. Started every minute with <c>{"app": "shop"}</c>.
/// </summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>finding</term><description>what is told</description></listheader>
/// <item><term>a 2xx answer within five seconds</term><description>no failure, and how long it took</description></item>
/// <item><term>another status, or no answer</term><description>a failure, and a line in the log</description></item>
/// <item><term>no file of the app, or no target with an address</term><description>refused: an alarm that nothing feeds must be noticed</description></item>
/// </list>
/// </remarks>
public sealed class ProbeTargets(EventFrame frame, Configurations configurations, IHttpProbe probe, MetricLines metrics, ILoggerFactory logs)
{
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(5);
    private static readonly Dictionary<string, string> _noHeaders = new(StringComparer.Ordinal);

    private readonly ILogger log = logs.CreateLogger("Probe");

    [LambdaFunction(ResourceName = nameof(ProbeTargets))]
    public Task RunAsync(Stream input, ILambdaContext context) => frame.RunAsync(nameof(ProbeTargets), input, context, HandleAsync);

    private async Task<EventResult> HandleAsync(JsonElement root, CancellationToken cancellationToken)
    {
        var configuration = await configurations.ReadAsync(RequestedRelease.AppName(root), given: null, cancellationToken);
        var asked = configuration.Targets.Where(target => target.Address is not null).ToList();
        if (asked.Count == 0)
        {
            throw new InvalidRequestException(
                $"The app '{configuration.App}' is probed and none of its targets has an 'address'. At least one is needed. Add it to the file, or take the app out of the deployment's 'probes'.");
        }

        var failed = await Task.WhenAll(asked.Select(target => FailsAsync(configuration, target, cancellationToken)));
        return new EventResult(true, $"{failed.Count(one => one)} of {failed.Length} targets of '{configuration.App}' did not answer.");
    }

    private async Task<bool> FailsAsync(ReleaseConfiguration configuration, TargetPlan target, CancellationToken cancellationToken)
    {
        var uri = new Uri(target.Address!, configuration.Health.Path);
        var answer = await probe.GetAsync(uri, _noHeaders, _timeout, cancellationToken);
        var failed = answer.Status is not (>= 200 and < 300);
        metrics.Probed(configuration.App, target.Name, failed, answer.Took);
        if (failed)
        {
            log.LogWarning("{Target} of {App} at {Address}: {Status} {Error}", target.Name, configuration.App, uri, answer.Status, answer.Error);
        }

        return failed;
    }
}
