using System.Text.Json;
using BlueGreenServerless.Cli.Narration;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Serialization;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.EndToEnd.Tests.Cli;

public sealed class NarrationTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly PortBinding Binding = new("test", JsonSerializer.SerializeToElement(new { }));

    private static readonly TargetState Web = new()
    {
        Name = "web", Router = Binding, Hosts = Binding, Metrics = Binding, Live = Color.Blue, Split = TrafficSplit.All(Color.Blue),
    };

    private readonly ReleaseNarrator _narrator = new();

    [Fact]
    public void A_shift_is_told_with_its_split_and_step()
    {
        Tell(Web);

        var lines = Tell(Web with { Shift = new ShiftState(ShiftVerdict.Shifted, new TrafficSplit(75, 25), Noon) });

        Assert.Equal("ShiftTraffic  web  blue 75 % / green 25 %  (step 2 of 4)", Assert.Single(lines).ToText(3));
    }

    [Fact]
    public void A_wait_is_told_with_its_beginning_and_its_deadline()
    {
        Tell(Web);

        var lines = Tell(Web with { Health = new HealthState(HealthVerdict.Waiting, 1, Noon, new ColorHealth(1, 2, ["g2: L7STS 503"])) });

        Assert.Equal(
            "CheckHealth   web  1 of 2 hosts of green healthy (g2: L7STS 503), round 1 of 3; since 12:00:00Z, until 12:05:00Z at the latest",
            Assert.Single(lines).ToText(3));
    }

    [Fact]
    public void A_failed_install_is_told_with_exit_code_and_last_lines()
    {
        Tell(Web);
        var failure = new HostFailure("g1", "the install hook failed", 7, ["npm: not found"]);

        var line = Assert.Single(Tell(Web with { Deploy = new DeployState(CommandVerdict.Failed, "install", "id", Noon, 2, 1, 1, [failure]) }));

        Assert.Contains("install failed on 1 of 2 hosts", line.Text, StringComparison.Ordinal);
        Assert.Contains("g1: the install hook failed (exit code 7)\n      | npm: not found", line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_change_in_a_branch_and_in_the_whole_is_told_once()
    {
        Tell(Web);
        var shifted = Web with { Shift = new ShiftState(ShiftVerdict.Shifted, new TrafficSplit(95, 5), Noon) };

        Assert.Single(_narrator.Tell(ReleaseJson.ToElement(Branch(shifted)), Noon));
        Assert.Empty(Tell(shifted));
    }

    [Fact]
    public void A_target_that_fails_is_told_with_the_stage_that_it_was_in()
    {
        Tell(Web);

        var line = Assert.Single(Tell(Web with { Failure = new Failure(Reason.DeployFailed, "no disk") }));

        Assert.True(line.Failed);
        Assert.Equal("DeployFailed: no disk", line.Text);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"token": "x"}""")]
    public void What_is_no_document_tells_nothing(string json) =>
        Assert.Empty(_narrator.Tell(JsonSerializer.Deserialize<JsonElement>(json), Noon));

    private IReadOnlyList<ProgressLine> Tell(TargetState target) => _narrator.Tell(ReleaseJson.ToElement(Whole(target)), Noon);

    private static Release Whole(TargetState target) => new() { Header = Header(), Plan = Plan(), Targets = [target] };

    private static TargetRelease Branch(TargetState target) => new() { Header = Header(), Plan = Plan(), Progress = new Progress(), Target = target };

    private static ReleaseHeader Header() => new("shop-2", "shop", new Artifact(new Uri("file:///shop-2.tar.gz"), "2"), "me", Noon);

    private static ReleasePlan Plan() => new()
    {
        App = "shop", Install = new InstallPlan { Directory = "/srv/shop" }, Strategy = new StrategyPlan { Steps = [5, 25, 50, 100] },
    };
}
