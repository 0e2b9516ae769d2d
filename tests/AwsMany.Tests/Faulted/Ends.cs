using System.Text.Json.Nodes;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.AwsMany.Tests.Faulted;

/// <summary>What must hold however a release ended.</summary>
internal static class Ends
{
    public static async Task AssertAsync(FaultedRelease release, Execution? ended)
    {
        Assert.Empty(release.Watch.Violations);
        release.Machine.Aws.Faults.Clear();
        var completed = ended?.Status == ExecutionStatus.Succeeded;
        AssertTraffic(release, completed);
        await AssertNothingRunsAsync(release, completed);
        await AssertRecordAsync(release, ended);
    }

    private static void AssertTraffic(FaultedRelease release, bool completed)
    {
        foreach (var (listener, before) in release.Place.Listeners.Zip(release.Before))
        {
            var wanted = completed ? Moved(before, release) : before;
            Assert.Equal(Plain(wanted), Plain(listener.Default.Actions));
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
        var held = await machine.PassAsync(machine.DoAsync("status", services => services.Store.FindLockAsync("shop", default)));
        Assert.True(held is null || ended is null || held.ExpiresAt <= machine.Time.GetUtcNow(), $"'{held?.Owner}' holds the lock until {held?.ExpiresAt:u}");
        var record = ended is null ? null : await machine.PassAsync(machine.DoAsync("status", services => services.Store.FindAsync("shop", release.Id, default)));
        Assert.True(ended is null || record?.EndedAt is not null, "its record says that it runs");
        var wanted = ended?.Status == ExecutionStatus.Succeeded ? [Outcome.Completed] : new[] { Outcome.Abandoned, Outcome.RolledBack };
        Assert.True(record is null || wanted.Contains(record.Outcome), $"it ended as {ended?.Status} {ended?.Error} and its record says {record?.Outcome}");
    }

    private static JsonArray Moved(JsonArray before, FaultedRelease release)
    {
        var actions = (JsonArray)before.DeepClone();
        actions[0]!["ForwardConfig"]!["TargetGroups"] = new JsonArray(new JsonObject { ["TargetGroupArn"] = release.Place.Green.Arn, ["Weight"] = "1" });
        return actions;
    }

    /// <summary>The whole list, with only those groups that get traffic: the idle one may stand beside them, so that it is health-checked.</summary>
    private static string Plain(JsonArray actions)
    {
        var copy = (JsonArray)actions.DeepClone();
        foreach (var forward in copy.Select(action => action!.AsObject()).Where(action => action.ContainsKey("ForwardConfig")))
        {
            var groups = forward["ForwardConfig"]!["TargetGroups"]!.AsArray().Where(group => group!["Weight"]!.ToString() != "0").ToList();
            forward["ForwardConfig"]!["TargetGroups"] = new JsonArray([.. groups.Select(group =>
                (JsonNode)new JsonObject { ["TargetGroupArn"] = group!["TargetGroupArn"]!.ToString(), ["Weight"] = groups.Count == 1 ? "all" : group["Weight"]!.ToString() })]);
            forward.Remove("TargetGroupArn");
        }

        return copy.ToJsonString();
    }
}
