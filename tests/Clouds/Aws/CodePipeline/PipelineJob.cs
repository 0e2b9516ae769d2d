using System.Text.Json.Nodes;

namespace BlueGreenServerless.Clouds.Aws.CodePipeline;

/// <summary>One run of a pipeline's Lambda action: the function is called until it says that the job is over.</summary>
public sealed class PipelineJob
{
    private readonly TaskCompletionSource<JobStatus> over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal PipelineJob(string id, PipelineAction action) => (Id, Action) = (id, action);

    public string Id { get; }

    public PipelineAction Action { get; }

    public JobStatus Status { get; private set; }

    /// <summary>Completes with the end of the job.</summary>
    public Task<JobStatus> Over => over.Task;

    /// <summary>What the last call gave for the next one; null before there was one.</summary>
    public string? Continuation { get; private set; }

    /// <summary>How often the function was called.</summary>
    public int Calls { get; internal set; }

    /// <summary>Variables for later actions.</summary>
    public IReadOnlyDictionary<string, string> Outputs { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Type and message; null unless it failed.</summary>
    public string? Failure { get; private set; }

    internal bool WasAnswered { get; set; }

    internal void GoOn(string continuation) => (Continuation, WasAnswered) = (continuation, true);

    internal void Succeed(IReadOnlyDictionary<string, string> outputs) => (Outputs, WasAnswered) = (outputs, true);

    internal void Fail(string failure) => (Failure, WasAnswered) = (failure, true);

    internal void End(JobStatus status)
    {
        Status = status;
        over.TrySetResult(status);
    }

    /// <summary>What the function is called with (user guide, "Lambda action reference", JSON event).</summary>
    internal JsonObject Event(string account)
    {
        var data = new JsonObject
        {
            ["actionConfiguration"] = new JsonObject
            {
                ["configuration"] = new JsonObject { ["FunctionName"] = Action.Function, ["UserParameters"] = Action.UserParameters },
            },
            ["inputArtifacts"] = new JsonArray(new JsonObject
            {
                ["location"] = new JsonObject { ["s3Location"] = new JsonObject { ["bucketName"] = Action.Bucket, ["objectKey"] = Action.Key }, ["type"] = "S3" },
                ["revision"] = null,
                ["name"] = "built",
            }),
            ["outputArtifacts"] = new JsonArray(),
            ["artifactCredentials"] = new JsonObject
            {
                ["accessKeyId"] = "ASIAIOSFODNN7EXAMPLE", ["secretAccessKey"] = PipelineAction.Secret, ["sessionToken"] = PipelineAction.Secret + "-token",
            },
        };
        if (Continuation is not null)
        {
            data["continuationToken"] = Continuation;
        }

        return new JsonObject { ["CodePipeline.job"] = new JsonObject { ["id"] = Id, ["accountId"] = account, ["data"] = data } };
    }
}
