using System.Text.Json;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Hosting.Events;
using BlueGreenServerless.Functions.Hosting.Pipelines;
using BlueGreenServerless.Functions.Trigger;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Functions.Hosting.Triggers;

/// <summary>CodePipeline's Lambda action: starts a release, and answers the job when that has ended.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>call</term><description>answer</description></listheader>
/// <item><term>first</term><description>the artifact is pinned, the release starts or waits: the job goes on, with the release's id as continuation</description></item>
/// <item><term>later, the release runs or waits</term><description>the job goes on</description></item>
/// <item><term>later, completed / ended otherwise</term><description>success with releaseId and version / failure with the reason</description></item>
/// <item><term>not usable</term><description>failure, ConfigurationError</description></item>
/// </list>
/// Fields: CodePipeline user guide, "Invoke a Lambda function in a pipeline".
/// </remarks>
public sealed class OnPipeline(EventFrame frame, StageServices services, Configurations configurations, IStorage storage, IPipelineJobs jobs)
{
    [LambdaFunction(ResourceName = nameof(OnPipeline))]
    public Task RunAsync(Stream input, ILambdaContext context) => frame.RunAsync(nameof(OnPipeline), input, context, HandleAsync);

    private async Task<EventResult> HandleAsync(JsonElement root, CancellationToken cancellationToken)
    {
        var (id, found) = PipelineJob.Identify(root, frame.Settings.Account);
        try
        {
            var job = PipelineJob.Of(found, new ArtifactAddress(frame.Settings.Artifacts));
            return job.Continuation is { } release
                ? await FollowAsync(id, job, release, cancellationToken)
                : await StartAsync(id, job, cancellationToken);
        }
        catch (ReleaseException refused) when (refused is not ProviderUnavailableException)
        {
            // the pipeline waits for an answer and shows it; the job is not lost, so the invocation does not fail
            await jobs.FailAsync(id, "ConfigurationError", refused.Message, cancellationToken);
            return EventResult.Ignored($"refused and told to the pipeline: {refused.GetType().Name}: {refused.Message}");
        }
    }

    private async Task<EventResult> StartAsync(string id, PipelineJob job, CancellationToken cancellationToken)
    {
        var configuration = await configurations.ReadAsync(job.App, given: null, cancellationToken);
        var artifact = await storage.PinAsync(new Artifact(job.Artifact, job.Version!), cancellationToken);
        var result = await new TriggerFunction(services).ReleaseAsync(new ReleaseRequest(configuration, artifact, "pipeline"), cancellationToken);
        await jobs.ContinueAsync(id, result.ReleaseId, cancellationToken);
        return TriggerOutcome.Of(result);
    }

    private async Task<EventResult> FollowAsync(string id, PipelineJob job, string release, CancellationToken cancellationToken)
    {
        var record = await services.Store.FindAsync(job.App, release, cancellationToken);
        if (record?.EndedAt is null)
        {
            await jobs.ContinueAsync(id, release, cancellationToken);
            return new EventResult(true, $"'{EventField.Shown(release)}' has not ended.", release);
        }

        if (record.Outcome == Outcome.Completed)
        {
            await jobs.SucceedAsync(id, new Dictionary<string, string>(StringComparer.Ordinal) { ["releaseId"] = record.Id, ["version"] = record.Version }, cancellationToken);
        }
        else
        {
            await jobs.FailAsync(id, "JobFailed", $"{record.Outcome}: {record.Failure?.Error}: {record.Failure?.Cause}", cancellationToken);
        }

        return new EventResult(true, $"'{record.Id}' ended as {record.Outcome}.", record.Id);
    }
}
