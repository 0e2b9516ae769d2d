using BlueGreenServerless.Cli.Hosting;
using BlueGreenServerless.Cli.Narration;
using BlueGreenServerless.Cli.Output;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Serialization;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.EndToEnd.Tests.Cli;

public sealed class FollowerTests
{
    private const string Id = "shop-3";
    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

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
