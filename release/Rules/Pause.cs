using BlueGreenServerless.Documents;

namespace BlueGreenServerless.Rules;

/// <summary>How long a release stays on a step, and how long it waits before it looks again.</summary>
public static class Pause
{
    /// <summary>When the current step or the bake is over, if all is good.</summary>
    public static DateTimeOffset End(Release document) =>
        document.Progress.Since + (document.Progress.Phase == Phase.Bake ? document.Plan.Strategy.Bake : document.Plan.Strategy.Pause);

    /// <summary>When a step without enough data ends one way or the other.</summary>
    public static DateTimeOffset NoDataEnd(Release document) => End(document) + document.Plan.Observe.NoDataDeadline;

    /// <summary>Seconds to the next observation: not beyond the end of the step, and beyond it not beyond the no-data deadline.</summary>
    public static int ToObserve(Release document, DateTimeOffset now)
    {
        var interval = PollPace.Observations(document.Plan, document.Targets.Count);
        return now < End(document)
            ? Seconds(document, now, interval, End(document) - now)
            : Seconds(document, now, PollPace.Idle(interval, now - End(document), document.Targets.Count), NoDataEnd(document) - now);
    }

    /// <summary>Seconds to the next look whether releases are still frozen.</summary>
    public static int WhileFrozen(Release document, DateTimeOffset now)
    {
        var interval = PollPace.Observations(document.Plan, document.Targets.Count);
        return Seconds(document, now, PollPace.Idle(interval, now - document.Progress.Since, document.Targets.Count), TimeSpan.MaxValue);
    }

    private static int Seconds(Release document, DateTimeOffset now, TimeSpan wait, TimeSpan most)
    {
        var left = document.Header.StartedAt + document.Plan.Deadlines.Release - now;
        var least = new[] { wait, most, left }.Min();
        return Math.Max(1, (int)Math.Ceiling(least.TotalSeconds));
    }
}
