using System.IO.Compression;
using System.Text.Json.Nodes;
using BlueGreenServerless.AwsStand;
using BlueGreenServerless.AwsStand.Sites;
using BlueGreenServerless.Clouds.Aws.CodePipeline;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Sites;

namespace BlueGreenServerless.AwsReleases.Tests;

/// <summary>A pipeline's Lambda action, whose artifact is a zip file of CodeBuild without a name that says so.</summary>
public sealed class PipelineJobs(Account account)
{
    private const string Key = "_bluegreen-site/built/AbCd12";

    private readonly CloudAccount cloud = account.Cloud;

    [Fact]
    public async Task A_job_ends_when_its_release_has()
    {
        await using var app = await CloudApp.StartAsync(cloud, new AppPlan("site-pipeline"));
        await PutZipAsync(app, "2");

        var job = Start(app, "2");
        var end = await job.Over;
        var record = await cloud.EndAsync(app.Name);

        Assert.True(end == JobStatus.Succeeded, job.Failure);
        Assert.Equal((record.Id, "2"), (job.Outputs["releaseId"], job.Outputs["version"]));
        Assert.Equal(record.Id, job.Continuation);
        Assert.InRange(job.Calls, 2, int.MaxValue);
        await Proof.CompletedAsync(cloud, app, record, "2");
        await AnotherVersionFailsAsync(app);
    }

    /// <summary>The same bytes under another version: its pages do not show that version.</summary>
    private async Task AnotherVersionFailsAsync(CloudApp app)
    {
        var job = Start(app, "9");

        Assert.Equal(JobStatus.Failed, await job.Over);
        Assert.Contains("JobFailed: Abandoned: SmokeTestFailed", job.Failure, StringComparison.Ordinal);
        Assert.DoesNotContain(PipelineAction.Secret, cloud.Functions.Log, StringComparison.Ordinal);
    }

    private PipelineJob Start(CloudApp app, string version)
    {
        var parameters = new JsonObject { ["app"] = app.Name, ["version"] = version };
        return cloud.Aws.Pipelines.Start(new PipelineAction("bluegreen-OnPipeline", parameters.ToJsonString(), cloud.ArtifactBucket, Key));
    }

    private async Task PutZipAsync(CloudApp app, string version)
    {
        using var folder = new TemporaryDirectory();
        var content = Directory.CreateDirectory(folder.Below("content")).FullName;
        await SiteProcess.RunAsync("tar", ["-xzf", await app.PackAsync(version), "-C", content]);
        await ZipFile.CreateFromDirectoryAsync(content, folder.Below("built"));
        await cloud.PutFileAsync(cloud.ArtifactBucket, Key, folder.Below("built"));
    }
}
