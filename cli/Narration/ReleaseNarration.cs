using BlueGreenServerless.Documents;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Cli.Narration;

/// <summary>What a person wants to hear when a release's document has gone from one state to another. Pure.</summary>
internal sealed class ReleaseNarration(DateTimeOffset at)
{
    public IEnumerable<ProgressLine> Between(Release? before, Release now)
    {
        if (before?.Lock is null && now.Lock is not null)
        {
            yield return new ProgressLine(at, "Plan", null, $"version {now.Header.Version} of {now.Header.App} as '{now.Header.Id}'; the lock is taken");
        }

        if (now.Approval is { } approval && before?.Approval != approval)
        {
            yield return new ProgressLine(
                at, "Approve", null, $"{(approval.Approved ? "approved" : "rejected")} by {approval.By}{(approval.Comment is { } comment ? $": {comment}" : "")}");
        }

        if (now.Decision is { } decision && (before?.Decision != decision || before?.Progress.Step != now.Progress.Step || before?.Progress.Phase != now.Progress.Phase))
        {
            yield return new ProgressLine(at, "Decide", null, Decided(decision, now));
        }

        if (now.Outcome != Outcome.Running && before?.Outcome != now.Outcome)
        {
            yield return new ProgressLine(at, "Complete", null, Ended(now), Failed: now.Outcome != Outcome.Completed);
        }
    }

    private static string Decided(Decision decision, Release now) => decision switch
    {
        Decision.Prepare => "every target can be released to; the idle colours are prepared",
        Decision.Approve => "every target is ready; a person must approve",
        Decision.Shift => $"the traffic moves to {now.Progress.Percent} % on the new version",
        Decision.Hold => now.Progress.Phase == Phase.Bake
            ? $"all traffic is on the new version; it bakes, {Until.Of(now.Progress.Since, now.Plan.Strategy.Bake)} when observations stay good"
            : $"stays at {now.Progress.Percent} % and observes, since {Until.Clock(now.Progress.Since)}, the next step at {Until.Clock(now.Progress.Since + now.Plan.Strategy.Pause)} at the earliest",
        Decision.Complete => "the new version has all the traffic and did well",
        Decision.Abandon => $"gives up before any traffic moved: {Why(now)}",
        _ => $"puts the traffic back: {Why(now)}",
    };

    private static string Ended(Release now) => now.Outcome switch
    {
        Outcome.Completed => $"version {now.Header.Version} is live{(now.StandbyUntil is { } until ? $"; the old one stays ready until {until:u}" : "")}",
        Outcome.Abandoned => $"abandoned, users saw nothing: {Why(now)}",
        Outcome.RolledBack => $"rolled back, the traffic is as before: {Why(now)}",
        _ => $"THE TRAFFIC COULD NOT BE PUT BACK: {Why(now)}",
    };

    private static string Why(Release now) => now.Failure is { } failure ? $"{failure.Error}: {failure.Cause}" : "no reason was recorded";
}
