using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Observe;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Testing.Fakes;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Functions.Tests.Observe;

public sealed class ObserveFunctionTests
{
    private readonly Stages stages = new();

    [Fact]
    public async Task Enough_good_requests_are_good_from_the_second_reading_on()
    {
        var first = await ObserveAsync(stages.Shifting(5));
        Assert.Equal(ObservationVerdict.NoData, first.Target.Observation!.Verdict);

        stages.Metrics.Serve(Color.Green, 100);
        stages.Router.Connections[Color.Blue] = 12;
        var second = await ObserveAsync(first);

        Assert.Equal((ObservationVerdict.Good, 12), (second.Target.Observation!.Verdict, second.Target.Observation.OldConnections));
        Assert.Equal(100, second.Target.Observation.New.Requests);
    }

    [Fact]
    public async Task Failing_requests_are_bad()
    {
        var first = await ObserveAsync(stages.Shifting(5));
        stages.Metrics.Serve(Color.Green, 100, errors: 40);

        var second = await ObserveAsync(first);

        Assert.Equal((ObservationVerdict.Bad, Reason.ObservationBreached), (second.Target.Observation!.Verdict, second.Target.Failure!.Error));
    }

    [Fact]
    public async Task An_open_window_grows_until_there_is_enough()
    {
        var output = await ObserveAsync(stages.Shifting(5));
        for (var round = 0; round < 2; round++)
        {
            stages.Metrics.Serve(Color.Green, 12);
            output = await ObserveAsync(output);
        }

        Assert.Equal((ObservationVerdict.Good, 24L), (output.Target.Observation!.Verdict, output.Target.Observation.New.Requests));
    }

    [Fact]
    public async Task A_lost_host_is_bad()
    {
        stages.Router.SetHealth(Color.Green, 1, 2, "g1: down");

        var output = await ObserveAsync(stages.Shifting(5));

        Assert.Equal((ObservationVerdict.Bad, Reason.HealthLost), (output.Target.Observation!.Verdict, output.Target.Failure!.Error));
    }

    [Theory]
    [InlineData("Read")]
    [InlineData("Alarms")]
    public async Task Metrics_that_do_not_answer_are_no_data_and_keep_the_window(string call)
    {
        var alarmed = new Stages { Configuration = FakeWorld.Configuration() with { Observe = new ObservePlan { Alarms = ["a"] } } };
        alarmed.Metrics.Alarms["a"] = new AlarmReading("a", true, false, null);
        var first = await ObserveAsync(alarmed.Shifting(5), alarmed);
        alarmed.Metrics.Serve(Color.Green, 100);
        alarmed.Metrics.Faults.FailNext(call);

        var silent = await ObserveAsync(first, alarmed);
        Assert.Equal(ObservationVerdict.NoData, silent.Target.Observation!.Verdict);
        Assert.Null(silent.Target.Failure);
        Assert.Equal(100, (await ObserveAsync(silent, alarmed)).Target.Observation!.New.Requests);
    }

    [Fact]
    public async Task Probes_stand_in_for_missing_traffic()
    {
        var probing = new Stages { Configuration = FakeWorld.Configuration() with { Observe = new ObservePlan { Probe = "/health" } } };
        var output = probing.Shifting(5);
        for (var round = 0; round < 4; round++)
        {
            output = await ObserveAsync(output, probing);
        }

        Assert.Equal((ObservationVerdict.Good, 20), (output.Target.Observation!.Verdict, probing.World.Probe.Asked.Count));
        Assert.Contains("probes", output.Target.Observation.Why, StringComparison.Ordinal);
        Assert.All(probing.World.Probe.Asked, asked => Assert.Equal("http://green.preview.test:8080/health", asked.Uri.ToString()));
    }

    [Fact]
    public async Task Before_the_first_shift_nothing_is_observed()
    {
        var input = stages.Branch();

        Assert.Same(input, await ObserveAsync(input));
    }

    private Task<TargetRelease> ObserveAsync(TargetRelease input, Stages? other = null) =>
        new ObserveFunction((other ?? stages).Services).RunAsync(input, Stages.None);
}
