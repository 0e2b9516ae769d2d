using BlueGreenServerless.Plans;
using BlueGreenServerless.Cli.Output;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Cli.Planning;

internal static class PlanText
{
    public static string Of(PlannedRelease plan) => string.Join('\n', Lines(plan));

    private static IEnumerable<string> Lines(PlannedRelease plan) =>
    [
        plan.Artifact is { } artifact
            ? $"{plan.App}  version {artifact.Version} from {artifact.Uri.LocalPath}, {artifact.SizeBytes} bytes, SHA-256 {artifact.Sha256}"
            : $"{plan.App}  no artifact named",
        "",
        .. plan.Targets.SelectMany(target => Target(plan, target)),
        plan.Approval ? "Approve       a person must approve before traffic moves" : "Approve       not asked for",
        .. plan.Shifts.Select(shift => $"ShiftTraffic  {shift.Percent} % on the new version, {Durations.Of(shift.After)} after the first shift at the earliest"),
        $"Observe       at 100 %: {Durations.Of(plan.Bake)} of observed bake time",
        $"Complete      the old version stays ready for {Durations.Of(plan.RollbackWindow)}",
        $"Writes        {plan.Writes} to load balancers when all goes well; {plan.Targets.Count} to go back",
        .. plan.Obstacles.Select(obstacle => $"REFUSED       {obstacle}"),
        "",
        plan.Obstacles.Count == 0 ? "Nothing was changed. 'bluegreen release <artifact>' does this." : "Nothing was changed. A release would be refused now.",
    ];

    private static IEnumerable<string> Target(PlannedRelease plan, PlannedTarget target)
    {
        var idle = target.Idle?.Lower() ?? "the idle colour";
        yield return $"Inspect       {target.Name}  {target.Router}: {(target.Split is { } split ? $"the traffic is {split}; {idle} is idle" : "the traffic could not be read")}";
        yield return $"              {target.Name}  a rollback would restore {target.Snapshot?.GetRawText() ?? "nothing"}";
        yield return $"Prepare       {target.Name}  attach {idle} with no traffic{(target.Fleet is { } fleet ? $", capacity by {fleet}" : "")}";
        foreach (var line in Deploy(plan, target, idle))
        {
            yield return $"Deploy        {target.Name}  {line}";
        }

        yield return $"CheckHealth   {target.Name}  wait until {idle} is healthy";
        foreach (var check in plan.Smoke)
        {
            yield return $"SmokeTest     {target.Name}  GET {check.Path} on {idle}, expects {check.Expect}{(check.Contains is { } text ? $" and '{text}'" : "")}";
        }
    }

    private static IEnumerable<string> Deploy(PlannedRelease plan, PlannedTarget target, string idle)
    {
        var hooks = plan.Install.Hooks;
        if (plan.Install.Migrations.Expand is { } expand)
        {
            yield return $"once, on one host: {expand}";
        }

        yield return $"on {target.Hosts?.ToString() ?? "?"} host(s) of {idle} by {target.HostsBy}: verify the digest, unpack below {plan.Install.Directory}/releases";
        foreach (var (name, commands) in new[] { ("install", hooks.Install), ("stop", hooks.Stop), ("start", hooks.Start), ("verify", hooks.Verify) })
        {
            foreach (var command in commands)
            {
                yield return $"{name} hook: {command}";
            }
        }
    }
}
