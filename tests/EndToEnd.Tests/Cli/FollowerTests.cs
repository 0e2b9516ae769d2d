using System.Text.Json;
using BlueGreenServerless.Cli.Hosting;
using BlueGreenServerless.Cli.Narration;
using BlueGreenServerless.Cli.Output;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Serialization;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.EndToEnd.Tests.Cli;

public sealed class FollowerTests
{
    private const string Id = "shop-3";
    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly PortBinding Binding = new("test", JsonSerializer.SerializeToElement(new { }));

    private static readonly Release Fresh = new()
    {
        Header = new ReleaseHeader(Id, "shop", new Artifact(new Uri("file:///shop-3.tar.gz"), "3"), "me", Noon),
        Plan = new ReleasePlan { App = "shop", Install = new InstallPlan { Directory = "/srv/shop" }, Strategy = new StrategyPlan { Steps = [100] } },
        Targets = [],
    };

    private static readonly Release Planned = Fresh with { Lock = new LockGrant("shop", Id, 7, Noon.AddMinutes(10)) };

    private static readonly Release GoesBack = Planned with { Decision = Decision.Rollback, Failure = new Failure(Reason.SmokeTestFailed, "it says v2") };

    private static readonly Release WentBack = GoesBack with { Outcome = Outcome.RolledBack };

    private readonly WrittenExecutions _executions = new();

    [Fact]
    public async Task A_release_and_its_rollback_are_told_in_the_order_of_time_when_both_have_ended_before_a_look()
    {
        Write(until: 5);

        Assert.Equal(["Plan", "Decide", "Complete"], await StagesAsync(Follower()));
    }

    [Fact]
    public async Task What_the_release_did_before_its_rollback_is_not_told_again_when_it_is_read_after_it()
    {
        var follower = Follower();
        Write(until: 3);
        _executions.Enter(EmbeddedDefinitions.Rollback, "Restore", Noon.AddSeconds(4), ReleaseJson.ToElement(GoesBack));
        await StagesAsync(follower);

        _executions.Enter(EmbeddedDefinitions.Release, "RollBack", Noon.AddSeconds(3), ReleaseJson.ToElement(Planned));
        _executions.Enter(EmbeddedDefinitions.Rollback, "Complete", Noon.AddSeconds(5), ReleaseJson.ToElement(WentBack));

        Assert.Equal(["Plan", "Decide", "Complete"], await StagesAsync(follower));
    }

    [Fact]
    public async Task A_target_whose_news_are_written_after_newer_ones_of_another_target_is_told()
    {
        var follower = Follower();
        Enter("/0", Web("shop"), at: 2);
        await StagesAsync(follower);
        Enter("/1", Web("blog"), at: 1);

        Assert.Equal(["Inspect", "Inspect"], await StagesAsync(follower));
    }

    [Theory]
    [InlineData("TaskFailed", "ProviderUnavailableException", """{"errorType":"ProviderUnavailableException","errorMessage":"HAProxy cannot be reached."}""", "HAProxy cannot be reached.")]
    [InlineData("TaskFailed", "Lambda.TooManyRequestsException", "Rate Exceeded.", "Rate Exceeded.")]
    [InlineData("TaskFailed", "ProviderUnavailableException", """{"errorType":"ProviderUnav""", """{"errorType":"ProviderUnav""")]
    [InlineData("TaskTimedOut", "States.Timeout", null, "States.Timeout")]
    public async Task What_is_tried_again_is_told_with_its_target_and_reason_when_the_next_try_begins(string type, string error, string? cause, string told)
    {
        var follower = Follower();
        Enter("/0", Web("shop"), at: 1);
        Enter("/1", Web("blog"), at: 1);
        _executions.Add(EmbeddedDefinitions.Release, "TaskScheduled", "Observe", Noon.AddSeconds(1), "/1");
        _executions.Add(EmbeddedDefinitions.Release, type, "Observe", Noon.AddSeconds(2), "/1", new { error, cause });
        var before = (await StagesAsync(follower)).Count();

        _executions.Add(EmbeddedDefinitions.Release, "TaskScheduled", "Observe", Noon.AddSeconds(4), "/1");
        await StagesAsync(follower);

        var line = Assert.Single(follower.Told.Skip(before));
        Assert.Equal($"Observe       blog  is tried again: {told}", line.ToText(4));
        Assert.Equal(Noon.AddSeconds(4), line.At);
    }

    [Fact]
    public async Task What_is_not_tried_again_is_left_to_the_document()
    {
        var follower = Follower();
        Enter("/0", Web("shop"), at: 1);
        _executions.Add(EmbeddedDefinitions.Release, "TaskFailed", "Observe", Noon.AddSeconds(2), "/0", new { error = "ProviderRefusedException", cause = "no" });
        _executions.Enter(EmbeddedDefinitions.Release, "ObserveFailed", Noon.AddSeconds(2), ReleaseJson.ToElement(Branch(Web("shop") with { Failure = new Failure("ProviderRefused", "no") })), "/0");
        _executions.Add(EmbeddedDefinitions.Release, "TaskScheduled", "Decide", Noon.AddSeconds(3));

        Assert.Equal(["Inspect", "Inspect"], await StagesAsync(follower));
        Assert.Equal("ProviderRefused: no", follower.Told[^1].Text);
    }

    private void Enter(string branch, TargetState target, int at) =>
        _executions.Enter(EmbeddedDefinitions.Release, "Observe", Noon.AddSeconds(at), ReleaseJson.ToElement(Branch(target)), branch);

    private static TargetRelease Branch(TargetState target) => new() { Header = Planned.Header, Plan = Planned.Plan, Lock = Planned.Lock, Progress = Planned.Progress, Target = target };

    private static TargetState Web(string name) => new()
    {
        Name = name, Router = Binding, Hosts = Binding, Metrics = Binding, Live = Color.Blue, Split = TrafficSplit.All(Color.Blue),
    };

    private void Write(int until)
    {
        var all = new (string Machine, string State, Release Document)[]
        {
            (EmbeddedDefinitions.Release, "Plan", Fresh),
            (EmbeddedDefinitions.Release, "Decide", Planned),
            (EmbeddedDefinitions.Rollback, "Restore", GoesBack),
            (EmbeddedDefinitions.Rollback, "Complete", WentBack),
            (EmbeddedDefinitions.Release, "Ended", WentBack),
        };
        foreach (var ((machine, state, document), second) in all.Take(until).Select((entry, second) => (entry, second)))
        {
            _executions.Enter(machine, state, Noon.AddSeconds(second), ReleaseJson.ToElement(document));
        }
    }

    private ReleaseFollower Follower() => new(_executions, CommandOutput.For(json: false, TextWriter.Null, TextWriter.Null), TimeProvider.System, TimeSpan.FromSeconds(1));

    private static async Task<IEnumerable<string>> StagesAsync(ReleaseFollower follower)
    {
        await follower.StepAsync(EmbeddedDefinitions.Release, Id, CancellationToken.None);
        return follower.Told.Select(line => line.Stage);
    }
}
