using System.Text.Json.Nodes;
using BlueGreenServerless.AwsMany.Tests.Machine;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.AwsMany.Tests.Faulted;

/// <summary>What must hold however a release ended.</summary>
internal static class Ends
{
    /// <summary>Names that a release may fail with: why it was taken back, a failure of ours that is no bug, what Step Functions itself says, and the bug of the test.</summary>
    private static readonly HashSet<string> Names = new(
        typeof(Reason).GetFields().Select(field => field.Name)
            .Concat(typeof(ReleaseException).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ReleaseException))).Select(type => type.Name))
            .Concat(["States.Timeout", nameof(InjectedBugException)]),
        StringComparer.Ordinal);

    public static async Task AssertAsync(FaultedRelease release, Execution? ended)
    {
        Assert.Empty(release.Watch.Violations);
        Assert.True(ended?.Error is null || Names.Contains(ended.Error), $"nobody has put '{ended?.Error}' there");
        Assert.True(release.Watch.Looked > 0 || ended?.Status != ExecutionStatus.Succeeded, "no change of traffic was looked at");
        release.Machine.Aws.Faults.Clear();
        var completed = ended?.Status == ExecutionStatus.Succeeded;
        AssertTraffic(release, completed);
        await AssertNothingRunsAsync(release, completed);
        await AssertRecordAsync(release, ended);
    }

    private static void AssertTraffic(FaultedRelease release, bool completed)
    {
        foreach (var (route, before) in release.Place.Routes.Zip(release.Before))
        {
            var wanted = completed ? Plain(before).Replace(release.Place.Blue.Arn, release.Place.Green.Arn, StringComparison.Ordinal) : Plain(before);
            Assert.Equal(wanted, Plain(route.Actions));
        }
    }

    private static async Task AssertNothingRunsAsync(FaultedRelease release, bool completed)
    {
        var running = await release.Machine.Engine.ListAsync(ExecutionStatus.Running);
        Assert.Equal(completed ? ["standby"] : [], running.Select(execution => execution.Machine));
    }

    private static async Task AssertRecordAsync(FaultedRelease release, Execution? ended)
    {
        var machine = release.Machine;
        if (ended is null)
        {
            // nobody got so far that he could give the lock back: its lease ends
            machine.Time.Advance(Rules.LeaseRule.Start);
        }

        var held = await machine.PassAsync(machine.DoAsync("status", services => services.Store.FindLockAsync("shop", default)));
        Assert.True(held is null || (ended is null && held.ExpiresAt <= machine.Time.GetUtcNow()), $"'{held?.Owner}' holds the lock until {held?.ExpiresAt:u}");
        var record = ended is null ? null : await machine.PassAsync(machine.DoAsync("status", services => services.Store.FindAsync("shop", release.Id, default)));
        Assert.True(ended is null || record?.EndedAt is not null, "its record says that it runs");
        var wanted = ended?.Status == ExecutionStatus.Succeeded ? [Outcome.Completed] : new[] { Outcome.Abandoned, Outcome.RolledBack };
        Assert.True(record is null || wanted.Contains(record.Outcome), $"it ended as {ended?.Status} {ended?.Error} and its record says {record?.Outcome}");
    }

    /// <summary>The whole list in one of the forms that mean the same. Groups without traffic are left out: the idle one may stand there to be checked.</summary>
    private static string Plain(JsonArray actions) => string.Join('\n', actions.Select(action => Plain(action!.AsObject())));

    private static string Plain(JsonObject action)
    {
        var rest = action.Where(field => field.Key is not ("Order" or "ForwardConfig" or "TargetGroupArn")).OrderBy(field => field.Key, StringComparer.Ordinal);
        var groups = action["ForwardConfig"]?["TargetGroups"]?.AsArray().Where(group => group!["Weight"]!.ToString() != "0").ToList() ?? [];
        var weights = groups.Select(group => groups.Count == 1 ? $"all to {group!["TargetGroupArn"]}" : $"{group!["Weight"]} to {group["TargetGroupArn"]}").Order(StringComparer.Ordinal);
        return $"{string.Join(' ', rest.Select(field => $"{field.Key}={field.Value?.ToJsonString()}"))} {string.Join(' ', weights)}";
    }
}
