using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Deploy;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Records;
using BlueGreenServerless.Testing.Fakes;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Functions.Tests.Deploy;

public sealed class DeployFunctionTests
{
    private readonly Stages stages = new() { Configuration = FakeWorld.Configuration(targets: 2) };

    [Fact]
    public async Task An_installation_is_started_once_polled_and_succeeds()
    {
        var running = await DeployAsync(stages.Branch());
        Assert.Equal((CommandVerdict.Running, "install", 1), (running.Target.Deploy!.Verdict, running.Target.Deploy.Step, running.Target.WaitSeconds));

        var ended = await UntilEndedAsync(running);
        Assert.Equal((CommandVerdict.Succeeded, 2), (ended.Target.Deploy!.Verdict, ended.Target.Deploy.Total));
        var command = Assert.Single(stages.Hosts.Started);
        Assert.Equal(($"{Stages.Id}.t1.install", Color.Green, false), (command.Id, command.Color, command.OnlyFirst));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_start_that_was_cut_runs_again_without_a_second_command(bool afterEffect)
    {
        stages.Hosts.Faults.FailNext("Start", afterEffect: afterEffect);
        await Assert.ThrowsAsync<ProviderUnavailableException>(() => DeployAsync(stages.Branch()));

        await UntilEndedAsync(await DeployAsync(stages.Branch()));

        Assert.Single(stages.Hosts.Started);
    }

    [Fact]
    public async Task A_command_that_is_not_known_any_more_is_started_again()
    {
        var running = await DeployAsync(stages.Branch());
        stages.Hosts.Forget(running.Target.Deploy!.CommandId);

        await UntilEndedAsync(await DeployAsync(running));

        Assert.Equal(2, stages.Hosts.Started.Count);
    }

    [Fact]
    public async Task A_failed_host_is_shown_with_its_last_lines_and_stops_the_other_targets()
    {
        stages.Hosts.Failing["install"] = new HostFailure("g1", "the install hook failed", 17, ["cpanm: not found"]);

        var failed = await UntilEndedAsync(await DeployAsync(stages.Branch()));

        Assert.Equal((CommandVerdict.Failed, Reason.DeployFailed), (failed.Target.Deploy!.Verdict, failed.Target.Failure!.Error));
        Assert.All(["'g1'", "exit code 17", "cpanm: not found"], part => Assert.Contains(part, failed.Target.Failure.Cause, StringComparison.Ordinal));
        Assert.Equal(Reason.OtherTargetFailed, (await DeployAsync(stages.Branch(index: 1))).Target.Failure!.Error);
    }

    [Fact]
    public async Task The_deadline_cancels()
    {
        stages.Hosts.RunsFor = 1000;
        var running = await DeployAsync(stages.Branch());
        stages.World.Time.Advance(TimeSpan.FromMinutes(15));

        var late = await DeployAsync(running);

        Assert.Equal(Reason.DeployDeadlineExceeded, late.Target.Failure!.Error);
        Assert.Equal(running.Target.Deploy!.CommandId, Assert.Single(stages.Hosts.Cancelled));
    }

    [Fact]
    public async Task An_abort_cancels()
    {
        var running = await DeployAsync(stages.Branch());
        await stages.Store.RaiseAsync("shop", Stages.Id, new Signal(SignalKind.Abort, "ann", "why", stages.Now), Stages.None);

        Assert.Equal(Reason.Aborted, (await DeployAsync(running)).Target.Failure!.Error);
        Assert.Single(stages.Hosts.Cancelled);
    }

    [Fact]
    public async Task No_hosts_fail()
    {
        stages.Hosts.Counts[Color.Green] = 0;

        Assert.Equal(Reason.DeployFailed, (await DeployAsync(stages.Branch())).Target.Failure!.Error);
    }

    [Fact]
    public async Task The_expand_migration_runs_once_before_any_target_installs()
    {
        var expanding = new Stages { Configuration = WithExpand() };
        var first = await DeployAsync(expanding.Branch(), expanding);
        var second = await DeployAsync(expanding.Branch(index: 1), expanding);
        Assert.Equal(("expand", "expand"), (first.Target.Deploy!.Step, second.Target.Deploy!.Step));
        Assert.Empty(expanding.World.Ports.HostsOf("t2").Started);

        first = await UntilEndedAsync(first, expanding);
        second = await UntilEndedAsync(second, expanding);

        Assert.Equal(["expand", "install"], expanding.Hosts.Started.Select(command => command.Id.Split('.')[^1]));
        Assert.True(expanding.Hosts.Started[0].OnlyFirst);
        Assert.Single(expanding.World.Ports.HostsOf("t2").Started);
        Assert.Equal((CommandVerdict.Succeeded, CommandVerdict.Succeeded), (first.Target.Deploy!.Verdict, second.Target.Deploy!.Verdict));
    }

    [Fact]
    public async Task A_failed_expand_migration_installs_nowhere()
    {
        var expanding = new Stages { Configuration = WithExpand() };
        expanding.Hosts.Failing["expand"] = new HostFailure("g1", "exit", 1, []);
        var second = await DeployAsync(expanding.Branch(index: 1), expanding);

        await UntilEndedAsync(await DeployAsync(expanding.Branch(), expanding), expanding);

        Assert.Equal(Reason.OtherTargetFailed, (await DeployAsync(second, expanding)).Target.Failure!.Error);
        Assert.Empty(expanding.World.Ports.HostsOf("t2").Started);
    }

    private static ReleaseConfiguration WithExpand()
    {
        var configuration = FakeWorld.Configuration(targets: 2);
        return configuration with { Install = configuration.Install with { Migrations = new MigrationsPlan { Expand = "bin/migrate expand" } } };
    }

    private Task<TargetRelease> DeployAsync(TargetRelease input, Stages? other = null) =>
        new DeployFunction((other ?? stages).Services).RunAsync(input, Stages.None);

    private async Task<TargetRelease> UntilEndedAsync(TargetRelease input, Stages? other = null)
    {
        for (var poll = 0; poll < 10 && input.Target.Deploy!.Verdict == CommandVerdict.Running; poll++)
        {
            input = await DeployAsync(input, other);
        }

        return input;
    }
}
