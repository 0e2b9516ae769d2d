using BlueGreenServerless.AwsCommands.Tests.Stand;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.AwsCommands.Tests.Releases;

public sealed class PushTests(Deployment deployment)
{
    private const int SeveralParts = 18 * 1024 * 1024;

    [Fact]
    public async Task An_artifact_is_uploaded_in_parts_released_once_and_followed_and_pushing_it_again_changes_nothing()
    {
        using var app = new PushedApp(deployment, "large");
        var artifact = app.Artifact("2", SeveralParts);

        var first = await app.RunAsync("push", artifact);
        var again = await app.RunAsync("push", artifact, "--by", "ann");

        Assert.True(first.Code == 0, first.Output + first.Errors);
        string[] said = ["is now the deployment's 'config/large.yaml'", "Uploaded 'large/2/large-2.tar.gz'", "blue 50 % / green 50 %  (step 1 of 2)", "Version 2 of 'large' is live."];
        Assert.All(said, sentence => Assert.Contains(sentence, first.Output, StringComparison.Ordinal));
        Assert.InRange(deployment.Aws.Calls["s3:UploadPart"], 2, 100);
        var uploaded = Assert.Single(app.Uploads);
        Assert.Equal(64, uploaded.Headers["x-amz-meta-sha256"].Length);
        Assert.Equal((0, TrafficSplit.All(Color.Green)), (again.Code, app.Traffic));
        Assert.Contains("is live already", again.Output, StringComparison.Ordinal);
        Assert.Single(await deployment.Store.HistoryAsync("large", 10, CancellationToken.None));
        Assert.Empty(app.Refused);
    }

    [Fact]
    public async Task What_runs_what_is_live_and_what_was_is_told_as_on_one_machine_and_a_rollback_is_followed()
    {
        using var app = new PushedApp(deployment, "told");
        Assert.Equal(0, (await app.RunAsync("push", app.Artifact("2"))).Code);

        var status = await app.RunAsync("status");
        var rollback = await app.RunAsync("rollback", "--reason", "second thoughts", "--by", "ann");
        var history = await app.RunAsync("history", "--audit", "--engine", "aws");

        Assert.Contains("version 2 is live", status.Output, StringComparison.Ordinal);
        Assert.True(rollback.Code == 0, rollback.Output + rollback.Errors);
        Assert.Contains("the traffic is as it was before it", rollback.Output, StringComparison.Ordinal);
        Assert.Equal(TrafficSplit.All(Color.Blue), app.Traffic);
        Assert.Contains("RolledBack", history.Output, StringComparison.Ordinal);
        Assert.Contains("second thoughts", history.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_hook_ends_with_code_2_and_its_last_lines_and_the_same_artifact_can_be_pushed_again()
    {
        using var app = new PushedApp(deployment, "failing");
        var artifact = app.Artifact("2");
        deployment.HostsOf("failing").Failing["install"] = new HostFailure("i-0aaaaaaaaaaaaaaa1", "the hook 'start' failed", 7, ["disk is full"]);

        var failed = await app.RunAsync("push", artifact);
        deployment.HostsOf("failing").Failing.Clear();
        var repaired = await app.RunAsync("push", artifact);

        Assert.Equal(2, failed.Code);
        Assert.Contains("| disk is full", failed.Output, StringComparison.Ordinal);
        Assert.True(repaired.Code == 0, repaired.Output + repaired.Errors);
        Assert.Equal(2, app.Uploads.Count);
    }

    [Fact]
    public async Task A_stage_that_is_tried_again_is_told_with_its_target_and_reason()
    {
        using var app = new PushedApp(deployment, "flaky");
        deployment.RouterOf("flaky").Faults.FailNext("Shift");

        var end = await app.RunAsync("push", app.Artifact("2"));

        Assert.True(end.Code == 0, end.Output + end.Errors);
        Assert.True(end.Output.Contains("ShiftTraffic  flaky  is tried again: The provider 'fake' did not answer.", StringComparison.Ordinal), end.Output);
    }

    [Fact]
    public async Task An_upload_by_somebody_else_is_watched_with_lines_of_json()
    {
        using var app = new PushedApp(deployment, "strange", pause: "2s");
        await app.RunAsync("push", app.Artifact("1"));
        var (key, bytes) = ("strange/2/strange-2.tar.gz", await File.ReadAllBytesAsync(app.Artifact("2")));

        await new StrangeUpload(deployment.Aws).PutAsync("bluegreen-artifacts", key, bytes);
        await Eventually.HoldsAsync(async () => (await deployment.Store.HistoryAsync("strange", 1, CancellationToken.None))[0].Version == "2");
        var watch = await app.RunAsync("watch", "--json");

        Assert.Equal(0, watch.Code);
        Assert.Contains("\"kind\":\"ended\",\"data\":{\"release\":\"strange-2-", watch.Output, StringComparison.Ordinal);
    }
}
