using BlueGreenServerless.Plans;
using BlueGreenServerless.Rules;

namespace BlueGreenServerless.Release.Tests.Rules;

public sealed class PollPaceTests
{
    [Fact]
    public void A_loop_begins_quickly_and_slows_down()
    {
        var waits = Waits(TimeSpan.FromMinutes(15), targets: 1).Take(9);

        Assert.Equal([1, 2, 3, 5, 8, 13, 21, 30, 30], waits);
    }

    [Fact]
    public void A_short_deadline_stays_fine_grained() => Assert.All(Waits(TimeSpan.FromSeconds(20), targets: 1), wait => Assert.InRange(wait, 1, 2));

    [Theory]
    [InlineData(1, 15)]
    [InlineData(10, 15)]
    [InlineData(50, 15)]
    [InlineData(50, 360)]
    public void All_targets_polling_to_the_deadline_stay_far_below_the_history_quota(int targets, int minutes)
    {
        var deadline = TimeSpan.FromMinutes(minutes);
        var polls = Waits(deadline, targets).Count();
        var checks = Loop(deadline, elapsed => PollPace.Every(TimeSpan.FromSeconds(2), elapsed, deadline, targets)).Count();

        Assert.InRange(polls * targets * PollPace.EventsPerPoll, 1, 6_000);
        Assert.InRange(checks * targets * PollPace.EventsPerPoll, 1, 6_000);
    }

    [Theory]
    [InlineData(1, 60, 30)]
    [InlineData(12, 60, 30)]
    [InlineData(50, 60, 108)]
    [InlineData(50, 360, 648)]
    public void A_rollback_which_has_an_execution_of_its_own_tries_more_often_and_stays_below_the_history_quota(int targets, int minutes, int slowest)
    {
        var deadline = TimeSpan.FromMinutes(minutes);
        var waits = Loop(deadline, elapsed => PollPace.Restoring(elapsed, deadline, targets)).ToList();

        Assert.Equal(slowest, waits.Max());
        Assert.InRange(waits.Count * targets * PollPace.EventsPerPoll, 1, 20_000);
    }

    [Fact]
    public void A_loop_looks_again_when_its_deadline_is_over()
    {
        var deadline = TimeSpan.FromSeconds(100);

        Assert.Equal(1, PollPace.Next(TimeSpan.FromSeconds(99.5), deadline, 1));
        Assert.Equal(100, Waits(deadline, 1).Sum());
    }

    [Fact]
    public void Observations_of_many_targets_stay_below_their_share()
    {
        var plan = Documents.Plan;
        var whole = (plan.Strategy.Pause * 3) + plan.Strategy.Bake;

        Assert.Equal(plan.Observe.Interval, PollPace.Observations(plan, 1));
        Assert.InRange(whole / PollPace.Observations(plan, 50) * ((50 * 7) + 14), 1, 6_001);
    }

    private static IEnumerable<int> Waits(TimeSpan deadline, int targets) => Loop(deadline, elapsed => PollPace.Next(elapsed, deadline, targets));

    private static IEnumerable<int> Loop(TimeSpan deadline, Func<TimeSpan, int> wait)
    {
        for (var elapsed = TimeSpan.Zero; elapsed < deadline;)
        {
            var next = wait(elapsed);
            yield return next;
            elapsed += TimeSpan.FromSeconds(next);
        }
    }
}
