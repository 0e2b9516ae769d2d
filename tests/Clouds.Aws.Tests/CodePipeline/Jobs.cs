using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.CodePipeline;
using BlueGreenServerless.Clouds.Aws.Tests.Strangers;

namespace BlueGreenServerless.Clouds.Aws.Tests.CodePipeline;

public sealed class Jobs
{
    private static readonly PipelineAction _action = new("release", """{"app":"shop"}""", "artifacts", "pipe/built/AbC123");

    [Fact]
    public async Task A_function_is_called_until_its_job_is_over()
    {
        await using var watched = await Watched.StartAsync();
        watched.Aws.Pipelines.Repeat = TimeSpan.FromMilliseconds(20);
        var calls = new ConcurrentQueue<JsonObject>();
        watched.Aws.Pipelines.Invoke = async (_, call) =>
        {
            calls.Enqueue(call);
            string[] more = calls.Count == 1 ? ["--continuation-token", "shop-2"] : ["--cli-input-json", """{"outputVariables":{"version":"2"}}"""];
            await watched.Command.JsonAsync(["codepipeline", "put-job-success-result", "--job-id", Id(call), .. more]);
        };

        var job = watched.Aws.Pipelines.Start(_action);

        Assert.Equal(JobStatus.Succeeded, await job.Over);
        Assert.Equal((2, "2"), (job.Calls, job.Outputs["version"]));
        Assert.Equal([null, "shop-2"], calls.Select(call => call["CodePipeline.job"]!["data"]!["continuationToken"]?.ToString()));
        Assert.Equal("""{"app":"shop"}""", calls.First()["CodePipeline.job"]!["data"]!["actionConfiguration"]!["configuration"]!["UserParameters"]!.ToString());
    }

    [Fact]
    public async Task A_job_fails_by_its_function_s_word_and_takes_no_other_answer()
    {
        await using var watched = await Watched.StartAsync();
        watched.Aws.Pipelines.Invoke = (_, call) => watched.Command.JsonAsync(
            "codepipeline", "put-job-failure-result", "--job-id", Id(call), "--failure-details", "type=JobFailed,message=rolled back");

        var job = watched.Aws.Pipelines.Start(_action);

        Assert.Equal(JobStatus.Failed, await job.Over);
        Assert.Equal("JobFailed: rolled back", job.Failure);
        Assert.Contains("(InvalidJobStateException)", await watched.Command.FailureAsync("codepipeline", "put-job-success-result", "--job-id", job.Id), StringComparison.Ordinal);
        Assert.Contains(
            "(JobNotFoundException)", await watched.Command.FailureAsync("codepipeline", "put-job-success-result", "--job-id", "00000000-0000-0000-0000-000000000000"), StringComparison.Ordinal);
    }

    private static string Id(JsonObject call) => call["CodePipeline.job"]!["id"]!.ToString();
}
