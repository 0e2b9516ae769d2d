using System.Text.Json.Nodes;
using Amazon.CodePipeline;
using Amazon.Runtime;
using BlueGreenServerless.Clouds.Aws;
using BlueGreenServerless.Clouds.Aws.CodePipeline;
using BlueGreenServerless.Functions.Hosting.Pipelines;
using PipelineJob = BlueGreenServerless.Clouds.Aws.CodePipeline.PipelineJob;

namespace BlueGreenServerless.Hosting.Tests.Wire;

/// <summary>What a pipeline is told, as the pipeline hears it.</summary>
public sealed class PipelineJobsTests : IAsyncLifetime
{
    private AwsDouble? aws;
    private AmazonCodePipelineClient? client;

    private PipelineJobs Jobs => new(new Lazy<IAmazonCodePipeline>(client!));

    [Fact]
    public async Task A_job_that_goes_on_is_called_again_with_its_continuation_and_ends_with_outputs()
    {
        var job = Start(async call =>
        {
            if (Data(call)["continuationToken"] is null)
            {
                await Jobs.ContinueAsync(Id(call), "shop-2-abc", default);
                return;
            }

            Assert.Equal("shop-2-abc", (string?)Data(call)["continuationToken"]);
            await Jobs.SucceedAsync(Id(call), new Dictionary<string, string>(StringComparer.Ordinal) { ["releaseId"] = "shop-2-abc", ["version"] = "2" }, default);
        });

        Assert.Equal(JobStatus.Succeeded, await job.Over.WaitAsync(TimeSpan.FromMinutes(1)));
        Assert.Equal((2, "shop-2-abc", "2"), (job.Calls, job.Outputs["releaseId"], job.Outputs["version"]));
    }

    [Theory]
    [InlineData("JobFailed")]
    [InlineData("ConfigurationError")]
    public async Task A_job_fails_with_its_reason_cut_to_what_AWS_takes(string type)
    {
        var job = Start(call => Jobs.FailAsync(Id(call), type, "RolledBack: " + new string('x', 6000), default));

        Assert.Equal(JobStatus.Failed, await job.Over.WaitAsync(TimeSpan.FromMinutes(1)));
        Assert.StartsWith($"{type}: RolledBack: xxx", job.Failure, StringComparison.Ordinal);
        Assert.Equal($"{type}: ".Length + 5000, job.Failure!.Length);
    }

    [Fact]
    public async Task A_job_that_is_over_takes_no_other_answer()
    {
        var job = Start(call => Jobs.SucceedAsync(Id(call), new Dictionary<string, string>(StringComparer.Ordinal), default));
        await job.Over.WaitAsync(TimeSpan.FromMinutes(1));

        var refused = await Assert.ThrowsAnyAsync<AmazonCodePipelineException>(() => Jobs.FailAsync(job.Id, "JobFailed", "late", default));

        Assert.Equal("InvalidJobStateException", refused.ErrorCode);
    }

    public async ValueTask InitializeAsync()
    {
        aws = await AwsDouble.StartAsync();
        aws.Pipelines.Repeat = TimeSpan.FromMilliseconds(20);
        var key = aws.Options.Keys[0];
        client = new AmazonCodePipelineClient(
            new BasicAWSCredentials(key.Id, key.Secret), new AmazonCodePipelineConfig { ServiceURL = aws.Url.AbsoluteUri, AuthenticationRegion = aws.Options.Region });
    }

    public ValueTask DisposeAsync()
    {
        client!.Dispose();
        return aws!.DisposeAsync();
    }

    private PipelineJob Start(Func<JsonObject, Task> answer)
    {
        aws!.Pipelines.Invoke = (_, call) => answer(call);
        return aws.Pipelines.Start(new PipelineAction("bluegreen-OnPipeline", "{}", "artifacts", "_bluegreen-shop/built/AbCd12"));
    }

    private static string Id(JsonObject call) => (string)call["CodePipeline.job"]!["id"]!;

    private static JsonNode Data(JsonObject call) => call["CodePipeline.job"]!["data"]!;
}
