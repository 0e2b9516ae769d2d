using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.CodePipeline;
using BlueGreenServerless.Configuration;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Functions.Hosting.Probes;
using BlueGreenServerless.Functions.Hosting.Triggers;
using BlueGreenServerless.Functions.Trigger;
using BlueGreenServerless.Providers.Registry;
using BlueGreenServerless.Records;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Cdk.Tests.Recorded;

/// <summary>Everything that starts or stops a release from outside, while one runs, in its window, and when nothing runs.</summary>
[SupportedOSPlatform("linux")]
internal sealed class RecordedEvents(RecordedCloud cloud, RecordedSite site)
{
    public async Task WalkAsync()
    {
        var stages = new RecordedRelease(cloud);
        await UploadedAsync("1");
        var first = await stages.ShiftedAsync(await cloud.StartedAsync());
        var completed = await cloud.RunAsync<Release>("Complete", first);
        await RollbackAskedAsync();
        await AlarmAsync();
        await stages.EndedAsync(completed);
        await FreeAsync();
        await InFlightAsync();
        await cloud.HandAsync<ProbeTargets>((handler, input, context) => handler.RunAsync(input, context), """{"app":"shop"}""");
    }

    /// <summary>Nothing runs: each way in starts a release, which is stopped before it did anything.</summary>
    private async Task FreeAsync()
    {
        var configuration = new ConfigurationReader(ProviderRegistry.Discover().All).Parse(site.Configuration, "bluegreen.yaml").OrThrow();
        var artifact = new Artifact(new Uri("s3://artifacts/shop/1/shop.tar.gz"), "2");
        await cloud.RunAsync<TriggerResult>("Trigger", new TriggerRequest(Release: new ReleaseRequest(configuration, artifact, "ann")));
        await StoppedAsync();
        await PipedAsync("""{"app":"shop","version":"3"}""");
        await StoppedAsync();
        await PipedAsync("""{"app":"unknown","version":"3"}""");
        await cloud.HandAsync<OnRequest>((handler, input, context) => handler.RunAsync(input, context), Event(
            "ci", "bluegreen.release.requested", new JsonObject { ["app"] = "shop", ["version"] = "4", ["artifact"] = "s3://artifacts/shop/1/shop.tar.gz" }));
    }

    /// <summary>A release runs: another one waits, an alarm fires, somebody asks for the way back and stops the execution.</summary>
    private async Task InFlightAsync()
    {
        var running = await cloud.RunAsync<Release>("Plan", await cloud.StartedAsync());
        await cloud.RunAsync<PendingApproval>("Approve", new ApprovalRequest("token", running));
        await UploadedAsync("5");
        await AlarmAsync();
        await cloud.RunAsync<PendingApproval>("Approve", new ApprovalRequest("token", running));
        await RollbackAskedAsync();
        await StoppedAsync();
        await cloud.RunAsync<Release>("Complete", running with { Decision = Decision.Abandon });
        await UploadedAsync("6");
        await StoppedAsync();
    }

    private async Task UploadedAsync(string version)
    {
        var happened = await site.UploadAsync(version);
        await cloud.HandAsync<OnArtifact>((handler, input, context) => handler.RunAsync(input, context), happened);
    }

    private Task AlarmAsync() => cloud.HandAsync<OnAlarm>((handler, input, context) => handler.RunAsync(input, context), site.Fire());

    private Task<TriggerResult> RollbackAskedAsync() => cloud.RunAsync<TriggerResult>("Trigger", new TriggerRequest(Rollback: new RollbackRequest("shop", "ann", "test")));

    /// <summary>The newest release's execution is told to be stopped.</summary>
    private async Task StoppedAsync()
    {
        var release = await cloud.StartedAsync();
        await cloud.HandAsync<OnExecution>((handler, input, context) => handler.RunAsync(input, context), Event(
            "aws.states", "Step Functions Execution Status Change",
            new JsonObject { ["stateMachineArn"] = "arn:aws:states:eu-west-1:123456789012:stateMachine:bluegreen-release", ["name"] = release.Header.Id, ["status"] = "ABORTED" }));
    }

    /// <summary>A pipeline's action, called once.</summary>
    private async Task PipedAsync(string parameters)
    {
        var called = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        cloud.Aws.Pipelines.Repeat = TimeSpan.FromHours(1);
        cloud.Aws.Pipelines.Invoke = async (_, call) =>
        {
            await cloud.HandAsync<OnPipeline>((handler, input, context) => handler.RunAsync(input, context), call.ToJsonString());
            called.SetResult();
        };
        cloud.Aws.Pipelines.Start(new PipelineAction("bluegreen-OnPipeline", parameters, "artifacts", "shop/1/shop.tar.gz"));
        await called.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    private static string Event(string source, string kind, JsonObject detail) => new JsonObject
    {
        ["id"] = "e-1", ["detail-type"] = kind, ["source"] = source, ["account"] = "123456789012", ["time"] = "2026-11-20T12:00:00Z", ["detail"] = detail,
    }.ToJsonString();
}
