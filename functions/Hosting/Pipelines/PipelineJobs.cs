using Amazon.CodePipeline;
using Amazon.CodePipeline.Model;

namespace BlueGreenServerless.Functions.Hosting.Pipelines;

/// <summary>Answers to CodePipeline by its API.</summary>
internal sealed class PipelineJobs(Lazy<IAmazonCodePipeline> client) : IPipelineJobs
{
    /// <summary>Of a failure's message, in characters (API reference, FailureDetails).</summary>
    private const int MaxMessage = 5000;

    public Task SucceedAsync(string job, IReadOnlyDictionary<string, string> outputs, CancellationToken cancellationToken) =>
        client.Value.PutJobSuccessResultAsync(
            new PutJobSuccessResultRequest { JobId = job, OutputVariables = new Dictionary<string, string>(outputs, StringComparer.Ordinal) }, cancellationToken);

    public Task ContinueAsync(string job, string continuation, CancellationToken cancellationToken) =>
        client.Value.PutJobSuccessResultAsync(new PutJobSuccessResultRequest { JobId = job, ContinuationToken = continuation }, cancellationToken);

    public Task FailAsync(string job, string type, string message, CancellationToken cancellationToken) =>
        client.Value.PutJobFailureResultAsync(
            new PutJobFailureResultRequest
            {
                JobId = job,
                FailureDetails = new FailureDetails { Type = FailureType.FindValue(type), Message = message.Length > MaxMessage ? message[..MaxMessage] : message },
            },
            cancellationToken);
}
