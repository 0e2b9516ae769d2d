using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.Protocols;

namespace BlueGreenServerless.Clouds.Aws.CodePipeline;

/// <summary>AWS CodePipeline, API version 2015-07-09: what a function says of its job.</summary>
internal sealed class CodePipelineService(Pipelines pipelines)
{
    private const int LongestToken = 2048;
    private const int LongestMessage = 5000;
    private static readonly string[] _types = ["JobFailed", "ConfigurationError", "PermissionError", "RevisionOutOfSync", "RevisionUnavailable", "SystemUnavailable"];

    public JsonService Service() => new("codepipeline", "CodePipeline_20150709", "1.1", new Dictionary<string, Operation>(StringComparer.Ordinal)
    {
        ["PutJobSuccessResult"] = input => Task.FromResult<JsonObject?>(Succeeded(input)),
        ["PutJobFailureResult"] = input => Task.FromResult<JsonObject?>(Failed(input)),
    });

    private JsonObject? Succeeded(Input input)
    {
        var job = Running(input);
        var outputs = input.Item("outputVariables")?.Fields.ToDictionary(pair => pair.Key, pair => pair.Value!.ToString(), StringComparer.Ordinal) ?? [];
        if (input.Text("continuationToken") is { } token)
        {
            if (token.Length is 0 or > LongestToken || outputs.Count > 0)
            {
                throw AwsException.Invalid($"A continuation token has 1 to {LongestToken} characters and comes without output variables.");
            }

            job.GoOn(token);
            return null;
        }

        job.Succeed(outputs);
        job.End(JobStatus.Succeeded);
        return null;
    }

    private JsonObject? Failed(Input input)
    {
        var details = input.Item("failureDetails") ?? throw AwsException.Invalid("Value null at 'failureDetails' failed to satisfy constraint: Member must not be null");
        var (type, message) = (details.Required("type"), details.Required("message"));
        if (!_types.Contains(type, StringComparer.Ordinal) || message.Length > LongestMessage)
        {
            throw AwsException.Invalid($"Value '{type}' at 'failureDetails.type' or the length of 'failureDetails.message' failed to satisfy constraint");
        }

        var job = Running(input);
        job.Fail($"{type}: {message}");
        job.End(JobStatus.Failed);
        return null;
    }

    private PipelineJob Running(Input input)
    {
        var id = input.Required("jobId");
        var job = pipelines.Find(id) ?? throw new AwsException("JobNotFoundException", $"Job {id} was not found");
        return job.Status == JobStatus.InProgress ? job : throw new AwsException("InvalidJobStateException", $"Job {id} is {job.Status}");
    }
}
