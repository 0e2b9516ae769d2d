using BlueGreenServerless.Clouds.Aws.LoadBalancing;
using BlueGreenServerless.Clouds.Aws.SystemsManager;
using BlueGreenServerless.Functions.Trigger;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.VirtualCloud.Machine;

namespace BlueGreenServerless.AwsMany.Tests.Faulted;

/// <summary>All that may go wrong. Each draws its particulars from the release's random numbers, sets itself up and says what it is.</summary>
internal static class Troubles
{
    private static readonly string[] Stages = ["Plan", "Inspect", "Prepare", "Deploy", "CheckHealth", "SmokeTest", "ShiftTraffic", "Observe", "Decide", "Complete", "Abandon", "Rollback"];

    public static IReadOnlyList<Func<FaultedRelease, string>> All { get; } =
    [
        WireTroubles.Some, WireTroubles.Some, WireTroubles.Long, WireTroubles.Noise, WireTroubles.LostWrites,
        HalfFail, SlowAgents, LostAgents,
        Flapping, NeverHealthy, Lost,
        Errors, Silence, SmokeFails,
        StageBreaks, StageBreaks, HostAway, LockBroken, Told,
    ];

    private static string HalfFail(FaultedRelease release)
    {
        foreach (var node in Half(release))
        {
            node.Script = (_, _) => Task.FromResult(new ScriptEnd(3, "", "no space left on device", false));
        }

        return "half of the hosts fail";
    }

    private static string SlowAgents(FaultedRelease release)
    {
        var wait = TimeSpan.FromSeconds(release.Random.Next(10, 90));
        foreach (var node in Half(release))
        {
            node.PickUp = wait;
        }

        return $"half of the agents take a command after {wait.TotalSeconds} s";
    }

    private static string LostAgents(FaultedRelease release)
    {
        var agents = new[] { AgentBehavior.Offline, AgentBehavior.NeverPicksUp, AgentBehavior.Undeliverable, AgentBehavior.DiesWhileRunning };
        var agent = agents[release.Random.Next(agents.Length)];
        foreach (var node in Half(release))
        {
            node.Agent = agent;
        }

        return $"half of the agents: {agent}";
    }

    private static string Flapping(FaultedRelease release)
    {
        var (every, bad) = (release.Random.Next(5, 120), release.Random.Next(1, 60));
        Health(release, seconds => (int)seconds % (every + bad) < every);
        return $"targets are well for {every} s, then ill for {bad} s";
    }

    private static string NeverHealthy(FaultedRelease release)
    {
        Health(release, _ => false);
        return "targets never get well";
    }

    private static string Lost(FaultedRelease release)
    {
        var after = release.Random.Next(60, 400);
        Health(release, seconds => seconds < after);
        return $"targets are lost after {after} s";
    }

    private static string Errors(FaultedRelease release)
    {
        release.Users.ErrorsInHundred = release.Random.Next(1, 60);
        return $"{release.Users.ErrorsInHundred} % errors";
    }

    private static string Silence(FaultedRelease release)
    {
        release.Users.AreAway = true;
        return "no users";
    }

    private static string SmokeFails(FaultedRelease release)
    {
        release.Machine.Probe.Otherwise = new(500, "broken", null, TimeSpan.FromSeconds(1));
        return "the preview answers 500";
    }

    private static string StageBreaks(FaultedRelease release)
    {
        var kinds = new[] { StageTroubleKind.Bug, StageTroubleKind.HangsBefore, StageTroubleKind.HangsAfter, StageTroubleKind.HostEndsBefore, StageTroubleKind.HostEndsAfter };
        return Trouble(release, kinds[release.Random.Next(kinds.Length)], TimeSpan.Zero);
    }

    /// <summary>Longer than any lease of a release without approval.</summary>
    private static string HostAway(FaultedRelease release) => Trouble(
        release, release.Random.Next(2) == 0 ? StageTroubleKind.HostEndsBefore : StageTroubleKind.HostEndsAfter, TimeSpan.FromHours(2));

    private static string LockBroken(FaultedRelease release) => Trouble(release, StageTroubleKind.LockBroken, TimeSpan.Zero);

    private static string Trouble(FaultedRelease release, StageTroubleKind kind, TimeSpan away)
    {
        var (stage, number) = (Stages[release.Random.Next(Stages.Length)], release.Random.Next(1, 4));
        release.Away = away;
        release.StageTrouble = new StageTrouble(stage, number, kind)
        {
            Meanwhile = () => release.Machine.DoAsync("unlock", services => services.Store.BreakLockAsync("shop", default)),
        };
        return $"{kind} {(away > TimeSpan.Zero ? $"and away for {away.TotalHours} h " : "")}at call {number} of {stage}";
    }

    /// <summary>An alarm, or a person, in the middle of it.</summary>
    private static string Told(FaultedRelease release)
    {
        var (after, alarm) = (TimeSpan.FromSeconds(release.Random.Next(1, 500)), release.Random.Next(2) == 0);
        var timer = release.Machine.Time.CreateTimer(_ => _ = TellAsync(release, alarm), null, after, Timeout.InfiniteTimeSpan);
        GC.KeepAlive(timer);
        return $"{(alarm ? "an alarm" : "an abort")} after {after.TotalSeconds} s";
    }

    private static async Task TellAsync(FaultedRelease release, bool alarm)
    {
        try
        {
            await release.Machine.RollbackAsync(new RollbackRequest("shop", "ann", "shop-5xx", Alarm: alarm));
        }
        catch (Failures.ReleaseException)
        {
            // nothing runs yet, or no longer: whoever asked is told so
            return;
        }
    }

    private static void Health(FaultedRelease release, Func<double, bool> isWell)
    {
        var began = release.Machine.Time.GetUtcNow();
        release.Machine.Aws.Balancers.Health = (group, _) =>
            group == release.Place.Blue || isWell((release.Machine.Time.GetUtcNow() - began).TotalSeconds) ? TargetState.Healthy : TargetState.Failed;
    }

    private static IEnumerable<ManagedNode> Half(FaultedRelease release)
    {
        var nodes = release.Place.Nodes[Color.Green];
        return nodes.Take((nodes.Count + 1) / 2);
    }
}
