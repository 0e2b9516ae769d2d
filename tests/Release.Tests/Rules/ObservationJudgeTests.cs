using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Rules;
using BlueGreenServerless.Serialization;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Release.Tests.Rules;

public sealed class ObservationJudgeTests
{
    private static readonly ObservePlan Plan = new();

    [Theory]
    [InlineData(1000, 0, ObservationVerdict.Good)]
    [InlineData(1000, 10, ObservationVerdict.Good)]
    [InlineData(1000, 11, ObservationVerdict.NoData)]
    [InlineData(1000, 30, ObservationVerdict.Bad)]
    [InlineData(20, 1, ObservationVerdict.NoData)]
    [InlineData(20, 10, ObservationVerdict.Bad)]
    [InlineData(19, 0, ObservationVerdict.NoData)]
    [InlineData(0, 0, ObservationVerdict.NoData)]
    [InlineData(10, 5, ObservationVerdict.Bad)]
    [InlineData(9, 9, ObservationVerdict.NoData)]
    public void Errors_count_with_evidence(long requests, long errors, ObservationVerdict expected) =>
        Assert.Equal(expected, Judge(New(requests, errors), Old(1000)).State.Verdict);

    [Fact]
    public void A_bad_verdict_names_numbers_limit_and_reason()
    {
        var judgement = Judge(New(200, 50), Old(1000));

        Assert.Equal(Reason.ObservationBreached, judgement.Failure!.Error);
        Assert.Contains("25 % (50 of 200)", judgement.State.Why, StringComparison.Ordinal);
        Assert.Contains("1%", judgement.State.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void An_old_version_that_is_as_bad_is_no_excuse_but_is_said()
    {
        var judgement = Judge(New(200, 50), new ColorMetrics(200, 50, null));

        Assert.Equal(ObservationVerdict.Bad, judgement.State.Verdict);
        Assert.Contains("The old version has", judgement.State.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void More_errors_than_the_old_version_are_bad_below_the_limit()
    {
        var plan = Plan with { MaxErrorRate = new Percentage(0.5) };

        Assert.Equal(ObservationVerdict.Bad, Judge(New(1000, 100), Old(1000), plan).State.Verdict);
        Assert.Equal(ObservationVerdict.Good, Judge(New(1000, 100), new ColorMetrics(1000, 95, null), plan).State.Verdict);
    }

    [Theory]
    [InlineData(100, 400, 50, ObservationVerdict.Bad)]
    [InlineData(100, 149, 50, ObservationVerdict.Good)]
    [InlineData(99, 400, 50, ObservationVerdict.NoData)]
    [InlineData(100, 4, 1, ObservationVerdict.Good)]
    public void Five_times_slower_is_bad_when_it_can_be_noticed(long requests, double fresh, double old, ObservationVerdict expected) =>
        Assert.Equal(expected, Judge(New(requests, 0, fresh), Old(1000, old)).State.Verdict);

    [Fact]
    public void Without_old_traffic_the_last_reference_counts()
    {
        var before = State(ObservationVerdict.Good) with { Reference = Old(1000, 50) };

        Assert.Equal(ObservationVerdict.Bad, Judge(New(200, 0, 400), ColorMetrics.None, before: before).State.Verdict);
        Assert.Equal(before.Reference, Judge(New(200, 0, 60), ColorMetrics.None, before: before).State.Reference);
    }

    [Fact]
    public void An_absolute_latency_limit_holds()
    {
        var plan = Plan with { MaxP99 = TimeSpan.FromMilliseconds(100) };

        Assert.Equal(ObservationVerdict.Bad, Judge(New(200, 0, 120), Old(200, 110), plan).State.Verdict);
        Assert.Equal(ObservationVerdict.NoData, Judge(New(50, 0, 120), Old(200, 110), plan).State.Verdict);
    }

    [Fact]
    public void A_judged_window_moves_the_cursor_and_an_open_one_grows()
    {
        var before = State(ObservationVerdict.NoData);

        var judged = Judge(New(100), Old(1000), before: before).State;
        Assert.Equal((7, At(10)), (judged.Cursor!.Value.GetInt32(), judged.WindowSince));

        var open = Judge(New(5), Old(1000), before: before).State;
        Assert.Equal((3, At(0)), (open.Cursor!.Value.GetInt32(), open.WindowSince));
    }

    [Fact]
    public void The_first_reading_only_begins_to_measure()
    {
        var state = Judge(ColorMetrics.None, ColorMetrics.None, before: State(ObservationVerdict.NoData) with { Cursor = null }).State;

        Assert.Equal((ObservationVerdict.NoData, 7, At(10)), (state.Verdict, state.Cursor!.Value.GetInt32(), state.WindowSince));
    }

    [Fact]
    public void Good_stays_good_while_the_next_window_fills_but_not_for_ever()
    {
        var before = State(ObservationVerdict.Good);

        Assert.Equal(ObservationVerdict.Good, Judge(New(5), Old(1000), before: before).State.Verdict);
        Assert.Equal(ObservationVerdict.NoData, Judge(New(5), Old(1000), before: before, seconds: 300).State.Verdict);
        Assert.Equal(ObservationVerdict.NoData, Judge(New(5, 1), Old(1000), before: before).State.Verdict);
    }

    [Fact]
    public void Probes_count_as_requests_and_it_is_said()
    {
        var judgement = Judge(New(3), Old(0), probes: new ColorMetrics(20, 0, null));

        Assert.Equal(ObservationVerdict.Good, judgement.State.Verdict);
        Assert.Contains("20 probes", judgement.State.Why, StringComparison.Ordinal);
        Assert.Equal(ObservationVerdict.Bad, Judge(New(0), Old(0), probes: new ColorMetrics(20, 20, null)).State.Verdict);
        Assert.Equal(5, Judge(New(0), Old(0), probes: new ColorMetrics(5, 0, null)).State.Probes!.Requests);
    }

    [Fact]
    public void A_firing_alarm_is_bad_whatever_the_numbers()
    {
        var window = new ObservationWindow(New(1000), Old(1000), ReleaseJson.ToElement(7), [new AlarmReading("shop-5xx", true, true, "too many")]);

        Assert.Equal(Reason.AlarmFired, ObservationJudge.Judge(Plan, null, window, At(0)).Failure!.Error);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 100, 0)]
    [InlineData(1, 20, 0.00888)]
    [InlineData(50, 100, 0.40383)]
    [InlineData(10, 10, 0.72247)]
    public void Wilson_gives_the_known_bounds(long hits, long total, double expected) => Assert.Equal(expected, Wilson.LowerBound(hits, total), 4);

    private static Judgement Judge(
        ColorMetrics fresh, ColorMetrics old, ObservePlan? plan = null, ObservationState? before = null, ColorMetrics? probes = null, int seconds = 10) =>
        ObservationJudge.Judge(plan ?? Plan, before, new ObservationWindow(fresh, old, ReleaseJson.ToElement(7), [], probes), At(seconds));

    private static ColorMetrics New(long requests, long errors = 0, double p99 = 50) => new(requests, errors, TimeSpan.FromMilliseconds(p99));

    private static ColorMetrics Old(long requests, double p99 = 50) => new(requests, 0, TimeSpan.FromMilliseconds(p99));

    private static ObservationState State(ObservationVerdict verdict) => new(verdict, "", ReleaseJson.ToElement(3), At(0), ColorMetrics.None, null, null);

    private static DateTimeOffset At(int seconds) => Documents.Begin.AddSeconds(seconds);
}
