using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Functions.Hosting.Triggers;
using BlueGreenServerless.Functions.Trigger;
using BlueGreenServerless.Records;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Cdk.Tests.Recorded;

/// <summary>Walks releases through every function, and each through what makes it call more: failures, rules beside listeners, groups beside tags.</summary>
[SupportedOSPlatform("linux")]
internal sealed class RecordedRelease(RecordedCloud cloud, RecordedSite site)
{
    public async Task WalkAsync()
    {
        var release = await BegunAsync("1");
        release = release with { Targets = [await InspectedAsync(release, 0), await InspectedAsync(release, 1)] };
        release = await cloud.RunAsync<Release>("Decide", release);
        var target = await ShiftedAsync(release, await InstalledAsync(release));
        await FailedAsync(release);
        await EndedAsync(AtOnce(release) with { Targets = [target, release.Targets[1]] });
        await InFlightAsync();
    }

    private async Task<Release> BegunAsync(string version)
    {
        await cloud.HandAsync<OnArtifact>((handler, input, context) => handler.RunAsync(input, context), (await site.UploadAsync(version)).ToJsonString());
        var begun = Serialization.ReleaseJson.FromElement<Release>(await cloud.StartedAsync());
        return await cloud.RunAsync<Release>("Plan", begun);
    }

    private async Task<TargetState> InspectedAsync(Release release, int index) => (await cloud.RunAsync<TargetRelease>("Inspect-aws", Branch(release, release.Targets[index], index))).Target;

    private async Task<TargetState> InstalledAsync(Release release)
    {
        var branch = Branch(release, release.Targets[0]);
        branch = await UntilAsync("Prepare-aws", branch, target => target.Prepare?.Verdict == PrepareVerdict.Ready);
        branch = await UntilAsync("Deploy-ssm", branch, target => target.Deploy is { Verdict: CommandVerdict.Succeeded, Step: "install" });
        branch = await UntilAsync("CheckHealth-aws", branch, target => target.Health?.Verdict == HealthVerdict.Healthy);
        await cloud.RunAsync<TargetRelease>("SmokeTest-aws", branch);
        return branch.Target;
    }

    private async Task<TargetState> ShiftedAsync(Release release, TargetState target)
    {
        var progress = release.Progress with { Phase = Phase.Ramp, Step = 0, Percent = 50, ShiftStarted = true };
        var shifted = await cloud.RunAsync<TargetRelease>("ShiftTraffic-aws", Branch(release with { Progress = progress }, target));
        var observed = await cloud.RunAsync<TargetRelease>("Observe-aws", shifted);
        var cursor = Serialization.ReleaseJson.ToElement(new { since = TimeProvider.System.GetUtcNow().AddMinutes(-10) });
        await cloud.RunAsync<TargetRelease>("Observe-aws", shifted.With(observed.Target with { Observation = observed.Target.Observation! with { Cursor = cursor } }));
        return shifted.Target;
    }

    /// <summary>A command that ends badly, and what every stage tells the other targets when it fails.</summary>
    private async Task FailedAsync(Release release)
    {
        var wrong = release with { Header = release.Header with { Id = "shop-wrong", Artifact = release.Header.Artifact with { Sha256 = new string('0', 64) } } };
        var branch = await UntilAsync("Deploy-ssm", Branch(wrong, release.Targets[0]), target => target.Failure is not null);
        await cloud.RunAsync<TargetRelease>("Abandon-ssm", branch.With(branch.Target with { Failure = null }));
        var late = release with { Header = wrong.Header with { Id = "shop-late" } };
        var old = TimeProvider.System.GetUtcNow().AddDays(-1);
        await cloud.RunAsync<TargetRelease>(
            "Prepare-aws", Branch(late, release.Targets[0] with { Live = release.Targets[0].Idle() }));
        await cloud.RunAsync<TargetRelease>(
            "CheckHealth-aws", Branch(late with { Header = late.Header with { Id = "shop-ill" } }, release.Targets[0] with { Live = Traffic.Color.Blue, Health = new HealthState(HealthVerdict.Waiting, -9, old, new ColorHealth(0, 0, [])) }));
    }

    /// <summary>Completed, retired, and all the same put back.</summary>
    private async Task EndedAsync(Release release)
    {
        var all = release with { Decision = Decision.Complete, Progress = release.Progress with { Phase = Phase.Bake, Percent = 100, Step = 1, ShiftStarted = true } };
        var completed = await cloud.RunAsync<Release>("Complete", all);
        await UntilAsync("Retire-ssm", Branch(completed, completed.Targets[0] with { Live = Traffic.Color.Green }), target => target.Retire?.Verdict is RetireVerdict.Retired or RetireVerdict.Superseded);
        var target = completed.Targets[0];
        await cloud.RunAsync<TargetRelease>("Rollback-aws", Branch(completed, target with { Deploy = target.Deploy! with { Verdict = CommandVerdict.Running } }));
        await cloud.RunAsync<Release>("Complete", completed with { Decision = Decision.Rollback });
    }

    /// <summary>A second release: approval, a third one that waits, an alarm, a stop by hand, its end.</summary>
    private async Task InFlightAsync()
    {
        var second = await BegunAsync("2");
        await cloud.RunAsync<PendingApproval>("Approve", new ApprovalRequest("token", second));
        await cloud.HandAsync<OnRequest>((handler, input, context) => handler.RunAsync(input, context), Request("3"));
        await cloud.HandAsync<OnAlarm>((handler, input, context) => handler.RunAsync(input, context), site.Fire().ToJsonString());
        await cloud.RunAsync<PendingApproval>("Approve", new ApprovalRequest("token", second));
        await cloud.RunAsync<TriggerResult>("Trigger", new TriggerRequest(Rollback: new RollbackRequest("shop", "ann", "test")));
        await cloud.HandAsync<OnExecution>((handler, input, context) => handler.RunAsync(input, context), Stopped(second.Header.Id));
        await cloud.RunAsync<Release>("Complete", second with { Decision = Decision.Abandon });
    }

    /// <summary>No window to wait for, and a colour to scale in.</summary>
    private static Release AtOnce(Release release) =>
        release with { Plan = release.Plan with { Strategy = release.Plan.Strategy with { RollbackWindow = TimeSpan.Zero, Retire = Plans.RetirePolicy.ScaleIn } } };

    private async Task<TargetRelease> UntilAsync(string function, TargetRelease branch, Func<TargetState, bool> isDone)
    {
        await Eventually.HoldsAsync(async () => isDone((branch = await cloud.RunAsync<TargetRelease>(function, branch)).Target));
        return branch;
    }

    private static TargetRelease Branch(Release release, TargetState target, int index = 0) =>
        new() { Header = release.Header, Plan = release.Plan, Lock = release.Lock, Progress = release.Progress, Target = target, Index = index };

    private static string Request(string version) => Event(
        "ci", "bluegreen.release.requested", new JsonObject { ["app"] = "shop", ["version"] = version, ["artifact"] = "s3://artifacts/shop/1/shop.tar.gz" });

    private static string Stopped(string name) => Event(
        "aws.states", "Step Functions Execution Status Change",
        new JsonObject { ["stateMachineArn"] = "arn:aws:states:eu-west-1:123456789012:stateMachine:bluegreen-release", ["name"] = name, ["status"] = "ABORTED" });

    private static string Event(string source, string kind, JsonObject detail) => new JsonObject
    {
        ["id"] = "e-1", ["detail-type"] = kind, ["source"] = source, ["account"] = "123456789012", ["time"] = "2026-11-20T12:00:00Z", ["detail"] = detail,
    }.ToJsonString();
}
