using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Prepare;
using BlueGreenServerless.Records;
using BlueGreenServerless.Testing.Fakes;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Functions.Tests.Prepare;

public sealed class PrepareFunctionTests
{
    private readonly Stages stages = new() { Configuration = FakeWorld.Configuration(targets: 2, fleet: true) };

    private FakeFleet Fleet => stages.World.Ports.FleetOf("t1");

    private PrepareFunction Prepare => new(stages.Services);

    [Fact]
    public async Task Capacity_and_an_attached_colour_without_sessions_are_ready()
    {
        var output = await Prepare.RunAsync(stages.Branch(), Stages.None);

        Assert.Equal(PrepareVerdict.Ready, output.Target.Prepare!.Verdict);
        Assert.Contains(Color.Green, stages.Router.Attached);
        Assert.Empty(stages.Router.Writes);
    }

    [Fact]
    public async Task Missing_capacity_waits_until_the_deadline()
    {
        Fleet.MissingFor = 1000;
        var output = await Prepare.RunAsync(stages.Branch(), Stages.None);
        Assert.Equal((PrepareVerdict.Waiting, 1), (output.Target.Prepare!.Verdict, output.Target.WaitSeconds));

        stages.World.Time.Advance(TimeSpan.FromMinutes(10));
        output = await Prepare.RunAsync(output, Stages.None);
        Assert.Equal((PrepareVerdict.Failed, Reason.PrepareDeadlineExceeded), (output.Target.Prepare!.Verdict, output.Target.Failure!.Error));
    }

    [Fact]
    public async Task Old_sessions_are_waited_for_but_only_for_the_drain_time()
    {
        stages.Router.Connections[Color.Green] = 3;
        var output = await Prepare.RunAsync(stages.Branch(), Stages.None);
        Assert.Equal(PrepareVerdict.Waiting, output.Target.Prepare!.Verdict);

        stages.World.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(PrepareVerdict.Ready, (await Prepare.RunAsync(output, Stages.None)).Target.Prepare!.Verdict);
    }

    [Fact]
    public async Task Traffic_on_the_idle_colour_fails_and_tells_the_other_targets()
    {
        stages.Router.Split = new TrafficSplit(50, 50);

        var output = await Prepare.RunAsync(stages.Branch(), Stages.None);
        Assert.Equal(Reason.TrafficChangedByOthers, output.Target.Failure!.Error);

        var other = await Prepare.RunAsync(stages.Branch(index: 1), Stages.None);
        Assert.Equal(Reason.OtherTargetFailed, other.Target.Failure!.Error);
        Assert.Contains("'t1'", other.Target.Failure.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SignalKind.Abort, Reason.Aborted)]
    [InlineData(SignalKind.Alarm, Reason.AlarmFired)]
    public async Task A_signal_fails(SignalKind kind, string reason)
    {
        await stages.Store.RaiseAsync("shop", Stages.Id, new Signal(kind, "ann", "why", stages.Now), Stages.None);

        var output = await Prepare.RunAsync(stages.Branch(), Stages.None);

        Assert.Equal((PrepareVerdict.Failed, reason), (output.Target.Prepare!.Verdict, output.Target.Failure!.Error));
    }

    [Fact]
    public async Task A_definite_no_is_told_to_the_others_and_passing_trouble_is_not()
    {
        stages.Router.Faults.FailNext("Describe");
        await Assert.ThrowsAsync<ProviderUnavailableException>(() => Prepare.RunAsync(stages.Branch(), Stages.None));
        Assert.Empty(await stages.Store.SignalsAsync("shop", Stages.Id, Stages.None));

        stages.Router.Faults.FailNext("Attach", with: () => new ProviderRefusedException("no"));
        await Assert.ThrowsAsync<ProviderRefusedException>(() => Prepare.RunAsync(stages.Branch(), Stages.None));
        Assert.Single(await stages.Store.SignalsAsync("shop", Stages.Id, Stages.None));
    }
}
