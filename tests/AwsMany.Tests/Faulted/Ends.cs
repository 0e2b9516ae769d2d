using BlueGreenServerless.Documents;
using BlueGreenServerless.Engine;
using BlueGreenServerless.Verdicts;
using BlueGreenServerless.VirtualCloud.Watching;

namespace BlueGreenServerless.AwsMany.Tests.Faulted;

/// <summary>What must hold however a release ended.</summary>
internal static class Ends
{
    public static async Task AssertAsync(FaultedRelease release, Execution? ended)
    {
        Assert.Empty(release.Watch.Violations);
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
            var wanted = completed ? PlainActions.Of(before).Replace(release.Place.Blue.Arn, release.Place.Green.Arn, StringComparison.Ordinal) : PlainActions.Of(before);
            Assert.Equal(wanted, PlainActions.Of(route.Actions));
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
}
