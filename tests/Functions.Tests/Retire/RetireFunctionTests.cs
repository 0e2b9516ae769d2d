using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Complete;
using BlueGreenServerless.Functions.Retire;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Testing.Fakes;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Functions.Tests.Retire;

public sealed class RetireFunctionTests
{
    private readonly Stages stages = new() { Configuration = WithContract() };

    [Fact]
    public async Task Inside_the_window_nothing_happens()
    {
        var input = await StandbyAsync();

        var output = await RetireAsync(input);

        Assert.Equal((RetireVerdict.Running, 86400), (output.Target.Retire!.Verdict, output.Target.WaitSeconds));
        Assert.Empty(stages.Hosts.Started);
    }

    [Fact]
    public async Task After_the_window_the_contract_runs_on_the_live_colour_and_the_old_one_is_scaled_in()
    {
        var output = await RetireAsync(await ClosedAsync());
        Assert.Equal(RetireVerdict.Running, output.Target.Retire!.Verdict);

        output = await RetireAsync(await RetireAsync(output));

        Assert.Equal(RetireVerdict.Retired, output.Target.Retire!.Verdict);
        var command = Assert.Single(stages.Hosts.Started);
        Assert.Equal((Color.Green, true), (command.Color, command.OnlyFirst));
        Assert.Equal([Color.Blue], stages.World.Ports.FleetOf("t1").ScaledIn);
    }

    [Fact]
    public async Task A_contract_that_was_started_and_cut_is_not_started_twice()
    {
        var input = await ClosedAsync();
        stages.Hosts.Faults.FailNext("Start", afterEffect: true);
        await Assert.ThrowsAsync<ProviderUnavailableException>(() => RetireAsync(input));

        await RetireAsync(input);

        Assert.Single(stages.Hosts.Started);
    }

    [Fact]
    public async Task A_failed_contract_keeps_the_old_colour()
    {
        stages.Hosts.Failing["contract"] = new HostFailure("g1", "exit", 3, ["no such table"]);

        var output = await RetireAsync(await RetireAsync(await RetireAsync(await ClosedAsync())));

        Assert.Equal((RetireVerdict.Failed, Reason.ContractFailed), (output.Target.Retire!.Verdict, output.Target.Failure!.Error));
        Assert.Empty(stages.World.Ports.FleetOf("t1").ScaledIn);
    }

    [Fact]
    public async Task Another_live_or_running_release_supersedes()
    {
        var input = await ClosedAsync();
        await stages.RunningAsync(stages.Document("shop-3"));

        Assert.Equal(RetireVerdict.Superseded, (await RetireAsync(input)).Target.Retire!.Verdict);
        Assert.Empty(stages.Hosts.Started);
    }

    [Fact]
    public async Task Only_the_first_target_runs_the_contract()
    {
        var input = await ClosedAsync();

        Assert.Equal(RetireVerdict.Retired, (await RetireAsync(input with { Index = 1 })).Target.Retire!.Verdict);
        Assert.Empty(stages.Hosts.Started);
    }

    [Fact]
    public async Task A_colour_with_traffic_is_not_scaled_in()
    {
        var input = await ClosedAsync();
        stages.Router.Split = TrafficSplit.All(Color.Blue);

        Assert.Equal(RetireVerdict.Superseded, (await RetireAsync(input with { Index = 1 })).Target.Retire!.Verdict);
        Assert.Empty(stages.World.Ports.FleetOf("t1").ScaledIn);
    }

    private static ReleaseConfiguration WithContract()
    {
        var configuration = FakeWorld.Configuration(fleet: true);
        return configuration with
        {
            Install = configuration.Install with { Migrations = new MigrationsPlan { Contract = "bin/migrate contract" } },
            Strategy = new StrategyPlan { Retire = RetirePolicy.ScaleIn },
        };
    }

    private async Task<TargetRelease> StandbyAsync()
    {
        await new CompleteFunction(stages.Services).RunAsync(await stages.RunningAsync(Stages.Shifted(stages.Document())), Stages.None);
        stages.Router.Split = TrafficSplit.All(Color.Green);
        return stages.Branch();
    }

    private async Task<TargetRelease> ClosedAsync()
    {
        var input = await StandbyAsync();
        stages.World.Time.Advance(TimeSpan.FromHours(24));
        return input;
    }

    private Task<TargetRelease> RetireAsync(TargetRelease input) => new RetireFunction(stages.Services).RunAsync(input, Stages.None);
}
