using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.SystemsManager;
using BlueGreenServerless.Functions.Trigger;
using BlueGreenServerless.ManyClouds.Tests.Fronts;
using BlueGreenServerless.VirtualCloud.Machine;

namespace BlueGreenServerless.ManyClouds.Tests.Faulted;

/// <summary>All that may go wrong. Each draws its particulars from the release's random numbers, sets itself up and says what it is.</summary>
internal static class Troubles
{
    private static readonly string[] Stages = ["Inspect", "Prepare", "Deploy", "CheckHealth", "SmokeTest", "ShiftTraffic", "ShiftTraffic", "ShiftTraffic", "Observe", "Rollback", "Rollback"];
    private static readonly string[] Single = ["Plan", "Decide", "Complete", "Abandon"];
    private static readonly string[] Refreshes = ["error", "cancelled", "blocked"];

    /// <summary>Ends before the time is over that a rollback has, or stands in no rollback's way.</summary>
    public static IReadOnlyList<Func<FaultedRelease, string>> Passing { get; } =
    [
        WireTroubles.Some, WireTroubles.Some, WireTroubles.Long, WireTroubles.Long, WireTroubles.Outage, WireTroubles.BusyDigitalOcean, WireTroubles.BusyOvh,
        RefreshEnds, RefreshEnds, Foreign, HostDown, GreenLost, NeverWell, HaproxyDown, StageBreaks, StageBreaks, HostAway, Told,
    ];

    /// <summary>Is still there when that time is over: nobody could put the traffic back through it.</summary>
    public static IReadOnlyList<Func<FaultedRelease, string>> Lasting { get; } = [WireTroubles.ForEver, WireTroubles.ForEver, HaproxyGone, ForeignLeft];

    private static string RefreshEnds(FaultedRelease release)
    {
        var (well, bad, end) = (release.Random.Next(0, 3), release.Random.Next(1, 8), Refreshes[release.Random.Next(Refreshes.Length)]);
        var service = release.Clouds.Service;
        Enumerable.Repeat("done", well).Concat(Enumerable.Repeat(end, bad)).ToList().ForEach(service.EndNext);
        var happens = release.Mishaps.Plan($"refresh {end}");
        var unblocked = TimeSpan.FromSeconds(release.Random.Next(30, 400));
        service.Refreshed += ended =>
        {
            if (ended != end)
            {
                return;
            }

            happens();
            if (end == "blocked")
            {
                release.At(unblocked, service.Unblock);
            }
        };
        return $"after {well} refreshes {bad} end as {end}{(end == "blocked" ? $", each for {unblocked.TotalSeconds} s" : "")}";
    }

    private static string Foreign(FaultedRelease release)
    {
        var lasts = TimeSpan.FromSeconds(release.Random.Next(1, 1200));
        var after = StageForeign(release);
        release.At(after + lasts, () => release.Clouds.Service.PublishAsync().GetAwaiter().GetResult());
        return $"somebody else stages a change after {after.TotalSeconds} s and publishes it {lasts.TotalSeconds} s later";
    }

    private static string ForeignLeft(FaultedRelease release) => $"somebody else stages a change after {StageForeign(release).TotalSeconds} s and leaves it";

    /// <returns>After how long.</returns>
    private static TimeSpan StageForeign(FaultedRelease release)
    {
        var after = TimeSpan.FromSeconds(release.Random.Next(0, 200));
        var service = release.Clouds.Service;
        var farm = service.Add("http/farm", new JsonObject { ["zone"] = "all", ["displayName"] = "of somebody else", ["balance"] = "roundrobin" });
        service.PublishAsync().GetAwaiter().GetResult();
        release.At(after, "change of somebody else", () => service.Set($"http/farm/{farm}", "displayName", "changed by somebody else"));
        return after;
    }

    private static string HostDown(FaultedRelease release)
    {
        var agents = new[] { AgentBehavior.Offline, AgentBehavior.NeverPicksUp, AgentBehavior.Undeliverable, AgentBehavior.DiesWhileRunning };
        var nodes = release.Machine.Aws.Nodes.All;
        var (node, agent, after) = (nodes[release.Random.Next(nodes.Count)], agents[release.Random.Next(agents.Length)], TimeSpan.FromSeconds(release.Random.Next(0, 60)));
        release.At(after, $"host {agent}", () => node.Agent = agent);
        return $"{node.Id} of {node.Tags["Pool"]} is {agent} after {after.TotalSeconds} s";
    }

    private static string GreenLost(FaultedRelease release) => GreenLost(release, TimeSpan.FromSeconds(release.Random.Next(1, 250)));

    private static string GreenLost(FaultedRelease release, TimeSpan after)
    {
        var front = Any(release);
        release.At(after, "green lost", () => release.Clouds.Lose(front));
        return $"green of {front.Name} is lost after {after.TotalSeconds} s";
    }

    private static string NeverWell(FaultedRelease release)
    {
        var front = Any(release);
        release.Mishaps.Plan("green never well")();
        release.Clouds.NeverWell(front);
        return $"green of {front.Name} is never well";
    }

    private static string HaproxyDown(FaultedRelease release)
    {
        var lasts = TimeSpan.FromSeconds(release.Random.Next(1, 1800));
        var (relay, after) = Down(release, "HAProxy down");
        release.At(after + lasts, () => relay.IsDown = false);
        return $"an HAProxy is down after {after.TotalSeconds} s for {lasts.TotalSeconds} s";
    }

    private static string HaproxyGone(FaultedRelease release) => $"an HAProxy is gone after {Down(release, "HAProxy gone").After.TotalSeconds} s";

    private static (AdminRelay Relay, TimeSpan After) Down(FaultedRelease release, string kind)
    {
        var hosts = release.Clouds.Fronts.OfType<HaproxyFront>().Select(front => front.Host).ToList();
        var (relay, after) = (hosts[release.Random.Next(hosts.Count)].Relay, TimeSpan.FromSeconds(release.Random.Next(0, 150)));
        relay.Missed = release.Mishaps.Plan(kind);
        release.At(after, () => relay.IsDown = true);
        return (relay, after);
    }

    private static string StageBreaks(FaultedRelease release)
    {
        var kinds = new[] { StageTroubleKind.Bug, StageTroubleKind.HangsBefore, StageTroubleKind.HangsAfter, StageTroubleKind.HostEndsBefore, StageTroubleKind.HostEndsAfter };
        return Trouble(release, kinds[release.Random.Next(kinds.Length)], TimeSpan.Zero);
    }

    /// <summary>Longer than any lease of a release without approval.</summary>
    private static string HostAway(FaultedRelease release) => Trouble(
        release, release.Random.Next(2) == 0 ? StageTroubleKind.HostEndsBefore : StageTroubleKind.HostEndsAfter, TimeSpan.FromHours(2));

    private static string Trouble(FaultedRelease release, StageTroubleKind kind, TimeSpan away)
    {
        var stages = release.Random.Next(5) == 0 ? Single : Stages;
        var stage = stages[release.Random.Next(stages.Length)];
        var number = release.Random.Next(1, 1 + stage switch { "Plan" or "Complete" => 1, "Decide" => 5, _ => release.Clouds.Fronts.Count });
        release.Away = away;
        release.StageTrouble = new StageTrouble(stage, number, kind) { Begins = release.Mishaps.Plan(away > TimeSpan.Zero ? "host away" : $"stage {kind}") };
        return $"{Leading(release, stage)}{kind} {(away > TimeSpan.Zero ? $"and away for {away.TotalHours} h " : "")}at call {number} of {stage}";
    }

    /// <summary>What brings a release to a stage that otherwise does not come.</summary>
    private static string Leading(FaultedRelease release, string stage) => stage switch
    {
        "Rollback" => GreenLost(release, TimeSpan.FromSeconds(release.Random.Next(80, 150))) + ", ",
        "Abandon" => NeverWell(release) + ", ",
        _ => "",
    };

    /// <summary>An alarm, or a person, in the middle of it.</summary>
    private static string Told(FaultedRelease release)
    {
        var (after, alarm) = (TimeSpan.FromSeconds(release.Random.Next(1, 180)), release.Random.Next(2) == 0);
        release.TellAt(after, alarm ? "alarm" : "abort", () => TellAsync(release, alarm));
        return $"{(alarm ? "an alarm" : "an abort")} after {after.TotalSeconds} s";
    }

    /// <returns>Whether it was heard.</returns>
    private static async Task<bool> TellAsync(FaultedRelease release, bool alarm)
    {
        try
        {
            await release.Machine.RollbackAsync(new RollbackRequest("shop", "ann", "shop-5xx", Alarm: alarm));
            return true;
        }
        catch (Failures.ReleaseException)
        {
            // nothing runs yet, or no longer: whoever asked is told so
            return false;
        }
    }

    private static Front Any(FaultedRelease release) => release.Clouds.Fronts[release.Random.Next(release.Clouds.Fronts.Count)];
}
