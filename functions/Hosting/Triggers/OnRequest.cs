using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Functions.Hosting.Events;
using BlueGreenServerless.Functions.Trigger;

namespace BlueGreenServerless.Functions.Hosting.Triggers;

/// <summary>
/// Somebody asked for a release: a custom event with the detail
/// <c>{"app", "version", "artifact", "sha256"?, "configuration"?, "attempt"?}</c>. The source of the event is who asked.
/// </summary>
public sealed class OnRequest(EventFrame frame, StageServices services, Configurations configurations)
{
    public const string DetailType = "bluegreen.release.requested";

    [LambdaFunction(ResourceName = nameof(OnRequest))]
    public Task RunAsync(Stream input, ILambdaContext context) =>
        frame.RunAsync(nameof(OnRequest), source: null, DetailType, input, context, HandleAsync);

    private async Task<EventResult> HandleAsync(CloudEvent found, CancellationToken cancellationToken)
    {
        var asked = RequestedRelease.Of(found.Detail, new ArtifactAddress(frame.Settings.Artifacts));
        var configuration = await configurations.ReadAsync(asked.App, asked.Configuration, cancellationToken);
        var request = new ReleaseRequest(configuration, asked.Artifact, $"event of {EventField.Shown(found.Source)}", asked.Attempt);
        return TriggerOutcome.Of(await new TriggerFunction(services).ReleaseAsync(request, cancellationToken));
    }
}
