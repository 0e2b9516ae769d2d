using System.Text.Json;
using Amazon.Lambda.Core;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Hosting.Logging;
using Microsoft.Extensions.Logging;

namespace BlueGreenServerless.Functions.Hosting.Events;

/// <summary>
/// The frame of every function that an event starts: it is read without trust, and whatever comes of it leaves one record. A refused event
/// fails the invocation, so that Lambda hands it to the dead-letter queue and it is not lost; the event itself is never logged, because a
/// pipeline's event carries credentials.
/// </summary>
public sealed class EventFrame(HostSettings settings, MetricLines metrics, TimeProvider time, ILoggerFactory logs)
{
    private readonly ILogger log = logs.CreateLogger("Events");

    public HostSettings Settings => settings;

    /// <summary>For events of EventBridge, whose envelope is checked.</summary>
    /// <param name="source">Whose events are taken; null for any.</param>
    public Task RunAsync(
        string trigger, string? source, string detailType, Stream input, ILambdaContext context, Func<CloudEvent, CancellationToken, Task<EventResult>> handle) =>
        RunAsync(trigger, input, context, (root, deadline) => handle(EventReader.Envelope(root, source, detailType, settings.Account), deadline));

    /// <exception cref="ReleaseException">The event is refused.</exception>
    public async Task RunAsync(
        string trigger, Stream input, ILambdaContext context, Func<JsonElement, CancellationToken, Task<EventResult>> handle)
    {
        using var scope = log.BeginScope(new KeyValuePair<string, object?>[] { new("trigger", trigger), new("requestId", context.AwsRequestId) });
        using var deadline = Deadline.Of(context, time);
        try
        {
            using var document = await EventReader.ReadAsync(input, deadline.Token);
            Record(trigger, await handle(document.RootElement, deadline.Token));
        }
        catch (Exception failure)
        {
            var result = failure is ReleaseException and not ProviderUnavailableException ? "refused" : "failed";
            log.LogError("event.{Result} {Error} {Cause}", result, failure.GetType().Name, failure.Message);
            metrics.EventEnded(trigger, result);
            throw;
        }
    }

    private void Record(string trigger, EventResult result)
    {
        var word = result.Accepted ? "accepted" : "ignored";
        log.LogInformation("event.{Result} {ReleaseId} {Why}", word, result.ReleaseId, result.Message);
        metrics.EventEnded(trigger, word);
    }
}
