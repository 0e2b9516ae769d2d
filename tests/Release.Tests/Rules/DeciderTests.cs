using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Records;
using BlueGreenServerless.Rules;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Release.Tests.Rules;

public sealed class DeciderTests
{
    private static readonly Freeze Frozen = new("ann", "fair", Documents.Begin);

    [Fact]
    public void Inspected_targets_are_prepared()
    {
        var decided = Decide(Documents.Inspected());

        Assert.Equal((Decision.Prepare, Phase.Prepare), (decided.Decision, decided.Progress.Phase));
    }

    [Fact]
    public void A_target_that_failed_Inspect_abandons()
    {
        var decided = Decide(Documents.Inspected().Failing(1, nameof(TrafficMixedException)));

        Assert.Equal(Decision.Abandon, decided.Decision);
        Assert.Equal(nameof(TrafficMixedException), decided.Failure!.Error);
        Assert.Contains("'t2'", decided.Failure.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void The_target_that_failed_by_itself_is_the_reason()
    {
        var decided = Decide(Documents.Prepared().Failing(0, Reason.OtherTargetFailed).Failing(1, Reason.DeployFailed));

        Assert.Equal(Reason.DeployFailed, decided.Failure!.Error);
    }

    [Fact]
    public void A_target_that_was_not_proven_abandons()
    {
        var document = Documents.Prepared();
        document = document with { Targets = [document.Targets[0], document.Targets[1] with { SeenHealthy = false }] };

        Assert.Equal((Decision.Abandon, Reason.HealthDeadlineExceeded), Outcome(Decide(document)));
    }

    [Fact]
    public void Proven_targets_shift_to_the_first_step_with_a_fresh_observation()
    {
        var decided = Decide(Documents.Prepared());

        Assert.Equal((Decision.Shift, Phase.Ramp), (decided.Decision, decided.Progress.Phase));
        Assert.Equal((0, 5, true), (decided.Progress.Step, decided.Progress.Percent, decided.Progress.ShiftStarted));
        Assert.All(decided.Targets, target => Assert.Equal(ObservationVerdict.NoData, target.Observation!.Verdict));
    }

    [Fact]
    public void Approval_is_asked_for_once_and_a_no_abandons()
    {
        var document = Documents.Prepared(Documents.Plan with { Approval = new ApprovalPlan { Required = true } });

        var asked = Decide(document);
        Assert.Equal((Decision.Approve, Phase.Approve), (asked.Decision, asked.Progress.Phase));
        Assert.Equal(Decision.Shift, Decide(asked with { Approval = new Approval(true, "ann", null, Documents.Begin) }).Decision);
        Assert.Equal(
            (Decision.Abandon, Reason.Rejected), Outcome(Decide(asked with { Approval = new Approval(false, "ann", "no", Documents.Begin) })));
    }

    [Theory]
    [InlineData(0, Decision.Hold)]
    [InlineData(59, Decision.Hold)]
    [InlineData(60, Decision.Shift)]
    public void A_good_step_ends_with_its_pause(int seconds, Decision expected) =>
        Assert.Equal(expected, Decide(Documents.OnStep(0, ObservationVerdict.Good), seconds).Decision);

    [Fact]
    public void The_bake_counts_from_100_percent_and_then_the_release_is_complete()
    {
        var shifted = Decide(Documents.OnStep(2, ObservationVerdict.Good), 60);
        Assert.Equal((100, Phase.Bake), (shifted.Progress.Percent, shifted.Progress.Phase));

        var baking = Documents.OnStep(3, ObservationVerdict.Good);
        Assert.Equal(Decision.Hold, Decide(baking, 599).Decision);
        Assert.Equal(Decision.Complete, Decide(baking, 600).Decision);
    }

    [Fact]
    public void A_bad_target_rolls_back() =>
        Assert.Equal((Decision.Rollback, Reason.ObservationBreached), Outcome(Decide(Documents.OnStep(1, ObservationVerdict.Bad), 1)));

    [Fact]
    public void A_step_without_data_holds_and_then_rolls_back()
    {
        var silent = Documents.OnStep(1, ObservationVerdict.NoData);

        Assert.Equal(Decision.Hold, Decide(silent, 60).Decision);
        Assert.Equal(Decision.Hold, Decide(silent, 359).Decision);
        Assert.Equal((Decision.Rollback, Reason.NoDataDeadlineExceeded), Outcome(Decide(silent, 360)));
    }

    [Fact]
    public void A_step_without_data_goes_on_where_the_plan_says_so()
    {
        var plan = Documents.Plan with { Observe = new ObservePlan { NoData = NoDataPolicy.Proceed } };

        Assert.Equal(Decision.Shift, Decide(Documents.OnStep(1, ObservationVerdict.NoData, plan), 360).Decision);
    }

    [Fact]
    public void One_target_without_data_holds_the_others()
    {
        var document = Documents.OnStep(0, ObservationVerdict.Good);
        document = document with { Targets = [document.Targets[0], Documents.Observed(document.Targets[1], ObservationVerdict.NoData, 5)] };

        Assert.Equal(Decision.Hold, Decide(document, 100).Decision);
    }

    [Fact]
    public void A_freeze_holds_before_and_between_steps_but_not_the_way_back()
    {
        Assert.Equal(Decision.Hold, Decide(Documents.Prepared(), 0, Frozen).Decision);
        Assert.Equal(Decision.Hold, Decide(Documents.OnStep(0, ObservationVerdict.Good), 60, Frozen).Decision);
        Assert.Equal(Decision.Rollback, Decide(Documents.OnStep(0, ObservationVerdict.Bad), 60, Frozen).Decision);
        Assert.Equal(Decision.Shift, Decide(Decide(Documents.Prepared(), 0, Frozen), 60).Decision);
    }

    [Theory]
    [InlineData(SignalKind.Abort, Reason.Aborted)]
    [InlineData(SignalKind.Alarm, Reason.AlarmFired)]
    public void A_signal_ends_the_release(SignalKind kind, string reason)
    {
        Signal[] signals = [new Signal(kind, "ann", "shop-5xx", Documents.Begin)];

        Assert.Equal((Decision.Abandon, reason), Outcome(Decider.Decide(Documents.Prepared(), signals, null, Documents.Begin)));
        Assert.Equal(
            (Decision.Rollback, reason),
            Outcome(Decider.Decide(Documents.OnStep(0, ObservationVerdict.Good), signals, null, Documents.Begin.AddSeconds(60))));
    }

    [Fact]
    public void The_deadline_of_the_release_ends_it_but_not_one_that_is_complete()
    {
        var plan = Documents.Plan with { Deadlines = new DeadlinesPlan { Release = TimeSpan.FromMinutes(1) } };

        Assert.Equal((Decision.Abandon, Reason.ReleaseDeadlineExceeded), Outcome(Decide(Documents.Prepared(plan), 60)));
        Assert.Equal((Decision.Rollback, Reason.ReleaseDeadlineExceeded), Outcome(Decide(Documents.OnStep(0, ObservationVerdict.Good, plan), 60)));
        Assert.Equal(Decision.Complete, Decide(Documents.OnStep(3, ObservationVerdict.Good, plan), 600).Decision);
    }

    [Fact]
    public void The_wait_does_not_reach_beyond_the_end_of_a_step()
    {
        Assert.Equal(10, Decide(Documents.OnStep(0, ObservationVerdict.Good), 1).Progress.WaitSeconds);
        Assert.Equal(3, Decide(Documents.OnStep(0, ObservationVerdict.Good), 57).Progress.WaitSeconds);
    }

    [Fact]
    public void A_failure_from_a_catcher_is_made_plain()
    {
        var document = Documents.Inspected();
        var failure = new Failure("ProviderRefusedException", """{"errorType":"ProviderRefusedException","errorMessage":"No such listener."}""");
        document = document with { Targets = [document.Targets[0] with { Failure = failure }] };

        Assert.Equal("Target 't1': No such listener.", Decide(document).Failure!.Cause);
    }

    private static Document Decide(Document document, int seconds = 0, Freeze? freeze = null) =>
        Decider.Decide(document, [], freeze, Documents.Begin.AddSeconds(seconds));

    private static (Decision?, string?) Outcome(Document document) => (document.Decision, document.Failure?.Error);
}
