using BlueGreenServerless.Documents;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Trigger;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.StateMachine.Tests.Releases;

public sealed class WholeReleases
{
    [Fact]
    public async Task A_canary_goes_step_by_step_to_the_new_colour_and_is_live()
    {
        await using var machine = new ReleaseMachine();

        var ended = await machine.ReleaseAsync();

        Assert.True(ended.Status == ExecutionStatus.Succeeded, $"{ended.Error}: {ended.Cause}");
        Assert.Equal([new TrafficSplit(95, 5), new TrafficSplit(50, 50), new TrafficSplit(0, 100)], machine.Router.Writes);
        Assert.Equal(ended.Name, (await machine.World.Store.FindLiveAsync("shop", default))!.ReleaseId);
        Assert.Equal(ExecutionStatus.Running, (await machine.DescribeAsync("standby", ended.Name))!.Status);
        await Ends.AssertWholeAsync(machine);
    }

    [Fact]
    public async Task Errors_under_traffic_roll_every_target_back()
    {
        await using var machine = new ReleaseMachine { ErrorsInHundred = 20 };

        var ended = await machine.ReleaseAsync();

        Assert.Equal((ExecutionStatus.Failed, Reason.ObservationBreached), (ended.Status, ended.Error));
        Assert.Contains("20 %", ended.Cause, StringComparison.Ordinal);
        await Ends.AssertOnAsync(machine, Color.Blue);
        Assert.Equal(Outcome.RolledBack, (await machine.World.Store.FindAsync("shop", ended.Name, default))!.Outcome);
        Assert.Equal(1, machine.Router.Restores);
    }

    [Theory]
    [InlineData("install")]
    [InlineData("expand")]
    public async Task A_failed_installation_abandons_and_no_traffic_moves(string step)
    {
        await using var machine = new ReleaseMachine();
        machine.Configuration = machine.Configuration with
        {
            Install = machine.Configuration.Install with { Migrations = new MigrationsPlan { Expand = "bin/migrate" } },
        };
        machine.World.Ports.HostsOf("t1").Failing[step] = new HostFailure("g1", "it ended", 1, ["no such file"]);

        var ended = await machine.ReleaseAsync();

        Assert.Equal((ExecutionStatus.Failed, Reason.DeployFailed), (ended.Status, ended.Error));
        Assert.Contains("no such file", ended.Cause, StringComparison.Ordinal);
        Assert.Empty(machine.Router.Writes);
        await Ends.AssertWholeAsync(machine);
    }

    [Fact]
    public async Task A_colour_that_never_becomes_healthy_abandons()
    {
        await using var machine = new ReleaseMachine();
        machine.World.Ports.RouterOf("t2").SetHealth(Color.Green, 1, 2, "g2: refused");

        var ended = await machine.ReleaseAsync();

        Assert.Equal(Reason.HealthDeadlineExceeded, ended.Error);
        Assert.Empty(machine.Router.Writes);
        await Ends.AssertWholeAsync(machine);
    }

    [Fact]
    public async Task A_colour_that_dies_under_traffic_rolls_back()
    {
        await using var machine = new ReleaseMachine();
        machine.Router.OnHealth = color =>
        {
            if (machine.Router.Split.Green == 50)
            {
                machine.Router.SetHealth(Color.Green, 0);
            }
        };

        Assert.Equal(Reason.HealthLost, (await machine.ReleaseAsync()).Error);
        await Ends.AssertOnAsync(machine, Color.Blue);
    }

    [Fact]
    public async Task A_release_that_was_refused_says_so_and_frees_the_lock()
    {
        await using var machine = new ReleaseMachine();
        machine.World.Artifacts.Missing.Add(machine.Request().Artifact.Uri);

        var ended = await machine.ReleaseAsync();

        Assert.Equal(nameof(ArtifactRefusedException), ended.Error);
        Assert.DoesNotContain("errorMessage", ended.Cause, StringComparison.Ordinal);
        await Ends.AssertWholeAsync(machine);
    }

    [Fact]
    public async Task An_alarm_on_the_thirteenth_day_of_the_window_rolls_back_by_one_write_per_target()
    {
        await using var machine = new ReleaseMachine();
        machine.Configuration = machine.Configuration with { Strategy = machine.Configuration.Strategy with { RollbackWindow = TimeSpan.FromDays(14) } };
        var live = await machine.ReleaseAsync();
        machine.World.Time.Advance(TimeSpan.FromDays(13));
        var installed = machine.World.Ports.HostsOf("t1").Started.Count;

        var asked = await machine.Trigger.RollbackAsync(new RollbackRequest("shop", "monitoring", "shop-5xx", Alarm: true), default);
        var back = await machine.FinishAsync("rollback", asked.Execution!);

        Assert.Equal(ExecutionStatus.Succeeded, back.Status);
        Assert.Equal((1, installed), (machine.Router.Restores, machine.World.Ports.HostsOf("t1").Started.Count));
        await Ends.AssertOnAsync(machine, Color.Blue);
        await machine.FinishAsync("standby", live.Name);
        Assert.Null(await machine.World.Store.FindLiveAsync("shop", default));
    }

    [Fact]
    public async Task The_waiting_release_starts_when_the_first_has_ended()
    {
        await using var machine = new ReleaseMachine();
        var first = await machine.Trigger.ReleaseAsync(machine.Request("2"), default);
        var second = await machine.Trigger.ReleaseAsync(machine.Request("3"), default);
        Assert.Equal(TriggerStatus.Queued, second.Status);

        await machine.FinishAsync("release", first.ReleaseId);

        Assert.Equal(ExecutionStatus.Succeeded, (await machine.FinishAsync("release", second.ReleaseId)).Status);
        Assert.Equal("3", (await machine.World.Store.FindLiveAsync("shop", default))!.Version);
        await Ends.AssertOnAsync(machine, Color.Blue);
    }
}
