using BlueGreenServerless.Plans;

namespace BlueGreenServerless.Rules;

/// <summary>
/// How long the loops of a release wait, in whole seconds. A loop begins quickly and slows down; with many targets or a long deadline it
/// slows down further, because an execution of Step Functions holds 25,000 events.
/// </summary>
public static class PollPace
{
    /// <summary>Events of one round of one target: task (5), choice (2), wait (2).</summary>
    public const int EventsPerPoll = 9;

    /// <summary>Events that one polling loop of all targets may write once it has slowed down.</summary>
    private const int EventsPerLoop = 2_000;

    /// <summary>The same of a rollback, whose execution has no other loop.</summary>
    private const int EventsPerRollback = 15_000;

    /// <summary>Events of one observation of one target: the task and its iteration of the Map.</summary>
    private const int EventsPerObservation = 7;

    /// <summary>Events of a turn of the ramp's loop beside its targets: wait, Map, Decide, choice.</summary>
    private const int EventsPerTurn = 14;

    private const int EventsPerRamp = 6_000;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Beginning = TimeSpan.FromMinutes(1);
    private static readonly int[] Growing = [1, 2, 3, 5, 8, 13, 21, 30];

    /// <summary>The next wait of a loop that has run for <paramref name="elapsed"/> of its <paramref name="deadline"/>.</summary>
    public static int Next(TimeSpan elapsed, TimeSpan deadline, int targets) => Next(elapsed, deadline, targets, EventsPerLoop);

    /// <summary>The next wait between two tries to put the traffic back.</summary>
    public static int Restoring(TimeSpan elapsed, TimeSpan deadline, int targets) => Next(elapsed, deadline, targets, EventsPerRollback);

    /// <summary>The next wait of a loop that has an interval of its own.</summary>
    public static int Every(TimeSpan interval, TimeSpan elapsed, TimeSpan deadline, int targets)
    {
        var least = elapsed < Beginning ? First(targets) : Max(First(targets), Slow(deadline, targets, EventsPerLoop));
        return Whole(Min(Max(interval, least), Left(elapsed, deadline)));
    }

    /// <summary>The interval between two observations, so that the whole ramp and bake stay within their share of events.</summary>
    public static TimeSpan Observations(ReleasePlan plan, int targets)
    {
        var whole = (plan.Strategy.Pause * (plan.Strategy.ToRamp().Steps.Count - 1)) + plan.Strategy.Bake;
        return Max(plan.Observe.Interval, whole * Turn(targets) / EventsPerRamp);
    }

    /// <summary>The interval while nothing is expected soon (a freeze, no data): the longer it has lasted, the longer.</summary>
    public static TimeSpan Idle(TimeSpan interval, TimeSpan elapsed, int targets) =>
        Max(interval, Min(elapsed / 4, TimeSpan.FromMinutes(5) * targets));

    private static int Next(TimeSpan elapsed, TimeSpan deadline, int targets, int events)
    {
        var slowest = Max(Min(Longest, deadline / 10), Slow(deadline, targets, events));
        return Whole(Min(Clamp(Grown(elapsed) ?? slowest, First(targets), slowest), Left(elapsed, deadline)));
    }

    private static int Turn(int targets) => (EventsPerObservation * targets) + EventsPerTurn;

    private static TimeSpan First(int targets) => TimeSpan.FromSeconds(targets / 5.0);

    private static TimeSpan Slow(TimeSpan deadline, int targets, int events) => deadline * targets * EventsPerPoll / events;

    /// <summary>A little beyond the deadline, so that the next round sees that it has passed.</summary>
    private static TimeSpan Left(TimeSpan elapsed, TimeSpan deadline) => Max(TimeSpan.FromSeconds(1), deadline - elapsed);

    /// <summary>Null when the beginning is over.</summary>
    private static TimeSpan? Grown(TimeSpan elapsed)
    {
        var sum = 0;
        foreach (var wait in Growing)
        {
            sum += wait;
            if (elapsed.TotalSeconds < sum)
            {
                return TimeSpan.FromSeconds(wait);
            }
        }

        return null;
    }

    private static TimeSpan Clamp(TimeSpan value, TimeSpan least, TimeSpan most) => Max(least, Min(value, most));

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static int Whole(TimeSpan wait) => Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
}
