using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Hosting.Events;
using BlueGreenServerless.Functions.Trigger;

namespace BlueGreenServerless.Functions.Hosting.Triggers;

/// <summary>An artifact was uploaded: S3's Object Created, through EventBridge.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>event</term><description>what happens</description></listheader>
/// <item><term>a digest, a folder, what lies aside (its key begins with <c>_</c>)</term><description>ignored</description></item>
/// <item><term>another bucket, a key that is not app/version/file, no version of the object, an unknown app</term><description>refused</description></item>
/// <item><term>an upload older than the newest that was released</term><description>refused: it came out of order</description></item>
/// <item><term>the same upload again</term><description>ignored, it was released or runs</description></item>
/// <item><term>anything else</term><description>the release starts, or waits for the one that runs</description></item>
/// </list>
/// Fields: S3 user guide, "EventBridge event message structure".
/// </remarks>
public sealed class OnArtifact(EventFrame frame, StageServices services, Configurations configurations)
{
    public const string Source = "aws.s3";
    public const string DetailType = "Object Created";

    [LambdaFunction(ResourceName = nameof(OnArtifact))]
    public Task RunAsync(Stream input, ILambdaContext context) =>
        frame.RunAsync(nameof(OnArtifact), Source, DetailType, input, context, HandleAsync);

    private async Task<EventResult> HandleAsync(CloudEvent found, CancellationToken cancellationToken)
    {
        var uploaded = EventField.Object(found.Detail, "object");
        var address = new ArtifactAddress(frame.Settings.Artifacts);
        address.CheckBucket(EventField.Text(EventField.Object(found.Detail, "bucket"), "name"));
        var text = EventField.Text(uploaded, "key", 1024);
        if (ArtifactKey.IsCompanion(text))
        {
            return EventResult.Ignored($"'{EventField.Shown(text)}' is no artifact.");
        }

        var key = ArtifactKey.Parse(text);
        var artifact = new Artifact(address.Of(text, EventField.Text(uploaded, "version-id", 1024)), key.Version);
        await CheckOrderAsync(key.App, found.Time, cancellationToken);
        var configuration = await configurations.ReadAsync(key.App, given: null, cancellationToken);
        var result = await new TriggerFunction(services).ReleaseAsync(new ReleaseRequest(configuration, artifact, UploadMark.Of(found.Time)), cancellationToken);
        return TriggerOutcome.Of(result);
    }

    private async Task CheckOrderAsync(string app, DateTimeOffset uploaded, CancellationToken cancellationToken)
    {
        var history = await services.Store.HistoryAsync(app, 1, cancellationToken);
        if (history.Count > 0 && UploadMark.TimeOf(history[0].Document.Header.By) is { } newest && uploaded < newest.AddSeconds(-1))
        {
            throw new InvalidRequestException(
                $"The upload of '{uploaded:u}' came after the release of '{history[0].Id}', which was uploaded later. Older uploads do not replace newer ones. Upload it again if it is meant.");
        }
    }
}
