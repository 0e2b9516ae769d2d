using Amazon.StepFunctions.Model;
using BlueGreenServerless.AwsCommands.Tests.Stand;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.AwsCommands.Tests.Releases;

/// <summary>What people do by hand to a release that runs in the cloud.</summary>
public sealed class HandTests(Deployment deployment)
{
    [Fact]
    public async Task An_approval_lets_it_go_on_and_everybody_who_pushed_the_same_follows_the_same_release()
    {
        using var app = new PushedApp(deployment, "approved", approval: true);
        var artifact = app.Artifact("2");
        await using var first = app.Start("push", artifact);
        await first.UntilItSaysAsync("waits for a person");
        await using var second = app.Start("push", artifact);
        await second.UntilItSaysAsync("waits for a person");

        var answer = await app.RunAsync("approve", "--by", "ann", "--comment", "go");

        Assert.Equal((0, 0, 0), (answer.Code, (await first.EndAsync()).Code, (await second.EndAsync()).Code));
        Assert.Contains("approved by ann: go", first.Output, StringComparison.Ordinal);
        Assert.Single(app.Uploads);
        Assert.Equal(TrafficSplit.All(Color.Green), app.Traffic);
    }

    [Fact]
    public async Task A_rejection_ends_it_before_any_traffic_moved()
    {
        using var app = new PushedApp(deployment, "rejected", approval: true);
        await using var push = app.Start("push", app.Artifact("2"));
        await push.UntilItSaysAsync("waits for a person");

        await app.RunAsync("reject", "--by", "ann");

        Assert.Equal(2, (await push.EndAsync()).Code);
        Assert.Empty(deployment.RouterOf("rejected").Writes);
        Assert.Equal(1, (await app.RunAsync("approve")).Code);
    }

    [Fact]
    public async Task Ctrl_C_leaves_it_running_and_says_how_to_abort_it_and_an_abort_puts_the_traffic_back()
    {
        using var app = new PushedApp(deployment, "aborted", pause: "10m");
        await using var push = app.Start("push", app.Artifact("2"));
        await push.UntilItSaysAsync("(step 1 of 2)");

        await push.SignalAsync("INT");
        var left = await push.EndAsync();
        await using var watch = app.Start("watch");
        await watch.UntilItSaysAsync("(step 1 of 2)");
        var status = await app.RunAsync("status");
        var abort = await app.RunAsync("abort", "--reason", "wrong day");

        Assert.Equal(130, left.Code);
        Assert.Contains("goes on. 'bluegreen watch' shows it again, 'bluegreen abort' ends it", left.Output, StringComparison.Ordinal);
        Assert.Contains("moved by  the state machines of the cloud", status.Output, StringComparison.Ordinal);
        Assert.Equal((0, 2), (abort.Code, (await watch.EndAsync()).Code));
        Assert.Contains("wrong day", watch.Output, StringComparison.Ordinal);
        Assert.Equal(TrafficSplit.All(Color.Blue), app.Traffic);
    }

    [Fact]
    public async Task Frozen_releases_are_refused_with_code_3_before_anything_is_uploaded()
    {
        using var app = new PushedApp(deployment, "frozen");
        await app.RunAsync("freeze", "--reason", "holidays", "--by", "ann");

        var refused = await app.RunAsync("push", app.Artifact("2"));
        var unlock = await app.RunAsync("unlock", "--reason", "just looking");
        var unfreeze = await app.RunAsync("unfreeze");

        Assert.Equal((3, 0, 0), (refused.Code, unlock.Code, unfreeze.Code));
        Assert.Contains("holidays", refused.Errors, StringComparison.Ordinal);
        Assert.Empty(app.Uploads);
        Assert.Contains("They were frozen by ann", unfreeze.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_that_waited_behind_a_freeze_is_shown_and_started_by_unfreeze()
    {
        using var app = new PushedApp(deployment, "thawed", approval: true);
        await using var first = app.Start("push", app.Artifact("2"));
        await first.UntilItSaysAsync("waits for a person");
        await using (var second = app.Start("push", app.Artifact("3")))
        {
            await second.UntilItSaysAsync("starts when it has ended");
            await second.SignalAsync("INT");
            await second.EndAsync();
        }

        await app.RunAsync("freeze", "--reason", "holidays", "--by", "ann");
        await app.RunAsync("reject");
        await first.EndAsync();
        var frozen = await app.RunAsync("status");
        var unfreeze = await app.RunAsync("unfreeze");
        await using var watch = app.Start("watch");
        await watch.UntilItSaysAsync("waits for a person");
        await app.RunAsync("approve");

        Assert.Matches("waiting   thawed-3-[^:]+: version 3 by [^ ]+ since 2[^ ]+ [^ ]+, for 'bluegreen unfreeze'", frozen.Output);
        Assert.Contains("of version '3' has started", unfreeze.Output + unfreeze.Errors, StringComparison.Ordinal);
        Assert.True((await watch.EndAsync()).Code == 0, watch.Output);
        Assert.Equal(TrafficSplit.All(Color.Green), app.Traffic);
    }

    [Fact]
    public async Task An_execution_that_was_stopped_by_hand_is_taken_back_by_resume()
    {
        using var app = new PushedApp(deployment, "stopped", pause: "10m");
        await using var push = app.Start("push", app.Artifact("2"));
        await push.UntilItSaysAsync("(step 1 of 2)");
        var id = (await deployment.Store.HistoryAsync("stopped", 1, CancellationToken.None))[0].Id;
        var arn = $"arn:aws:states:eu-west-1:123456789012:execution:bluegreen-release:{id}";

        await deployment.Machines.StopExecutionAsync(new StopExecutionRequest { ExecutionArn = arn, Cause = "somebody in the console" });
        var told = await push.EndAsync();
        var resumed = await app.RunAsync("resume");

        Assert.Equal(2, told.Code);
        Assert.Contains("'bluegreen resume' puts the traffic back", told.Output, StringComparison.Ordinal);
        Assert.True(resumed.Code == 0, resumed.Output + resumed.Errors);
        Assert.Equal(TrafficSplit.All(Color.Blue), app.Traffic);
        await Eventually.HoldsAsync(async () => await deployment.Store.FindLockAsync("stopped", CancellationToken.None) is null);
    }
}
