using BlueGreenServerless.Engine;
using BlueGreenServerless.Failures;
using BlueGreenServerless.ManyClouds.Tests.Fronts;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;
using BlueGreenServerless.VirtualCloud.Watching;

namespace BlueGreenServerless.ManyClouds.Tests.Faulted;

/// <summary>What must hold however a release ended: every target is wholly on the new colour, or every target is as it was.</summary>
internal static class Ends
{
    /// <summary>The last look at the new colour, and what may hold up the end after it.</summary>
    private static readonly TimeSpan Unnoticed = TimeSpan.FromMinutes(3);

    public static async Task AssertAsync(FaultedRelease release, Execution? ended)
    {
        Assert.Empty(release.Clouds.Violations);
        AssertReason(release, ended);
        if (ended?.Error == nameof(Outcome.RollbackFailed))
        {
            Assert.True(release.IsLasting, $"what went wrong was over in time, and these were left away: {string.Join(", ", (await AwayAsync(release)).Select(front => front.Name))}");
            await AssertLoudAsync(release, ended);
            return;
        }

        if (release.TakenBack is { } back)
        {
            Assert.True(back.Status == ExecutionStatus.Succeeded, $"its rollback ended as {back.Status} {back.Error} {back.Cause}");
            await AssertAsBeforeAsync(release);
            Assert.Empty(await Leftovers.OfRollbackAsync(release.Machine, release.Id, back));
            return;
        }

        await (ended?.Status == ExecutionStatus.Succeeded ? AssertCompletedAsync(release) : AssertAsBeforeAsync(release));
        Assert.Empty(await Leftovers.OfAsync(release.Machine, release.Id, ended));
    }

    /// <summary>A word of ours, and a sentence that is not what a runtime has made of it.</summary>
    private static void AssertReason(FaultedRelease release, Execution? ended)
    {
        Assert.False(ended?.Error is nameof(InvalidRequestException) or nameof(NotSupportedByTargetException) or Reason.OtherTargetFailed, "the release itself was at fault, or nobody was");
        Assert.True(ended?.Error is null or nameof(Outcome.RollbackFailed) || EndNames.All.Contains(ended.Error), $"nobody has put '{ended?.Error}' there");
        Assert.True(ended?.Error is null || ended.Error == nameof(Outcome.RollbackFailed) || ended.Cause is { Length: > 20 } and not ['{', ..], $"'{ended?.Cause}' says nothing");
        Assert.True(ended?.Status == ExecutionStatus.Succeeded || release.Mishaps.All.Values.Contains(true), "nothing went wrong, and it did not complete");
    }

    private static async Task AssertCompletedAsync(FaultedRelease release)
    {
        var watched = release.Away > TimeSpan.Zero ? [] : release.Clouds.Lost.Where(lost => release.Ended - lost.Value > Unnoticed);
        Assert.Empty(watched.Select(lost => $"it completed, and green of {lost.Key.Name} was lost at {lost.Value:HH:mm:ss}"));
        foreach (var front in release.Clouds.Fronts)
        {
            Assert.True(await front.LiveAsync() == Color.Green, $"{front.Name} is not on green: {await front.ReadAsync()}");
            Assert.True(release.Clouds.Looked.ContainsKey(front), $"no change of {front.Name} was looked at");
        }
    }

    private static async Task AssertAsBeforeAsync(FaultedRelease release)
    {
        var now = await release.ReadAsync();
        Assert.Empty(release.Before.Where(each => now[each.Key] != each.Value).Select(each => $"{each.Key.Name} was\n{each.Value}\nand is\n{now[each.Key]}"));
    }

    /// <summary>Its record names every target that is not back; once the clouds are well again, the rollback that a person starts puts them back.</summary>
    private static async Task AssertLoudAsync(FaultedRelease release, Execution ended)
    {
        Assert.Empty(await Leftovers.OfAsync(release.Machine, release.Id, ended));
        var record = await release.Machine.PassAsync(release.Machine.DoAsync("status", services => services.Store.FindAsync("shop", release.Id, default)));
        release.AwayTargets = await AwayAsync(release);
        Assert.Empty(release.AwayTargets.Where(front => !record!.Failure!.Cause.Contains($"'{front.Name}'", StringComparison.Ordinal)).Select(front => $"{front.Name} is not named: {record!.Failure!.Cause}"));
        Assert.Empty(record!.Document.Targets.Where(target => target.Restore is { Verdict: RestoreVerdict.Failed } given && release.Ended < given.StartedAt + record.Document.Plan.Deadlines.Rollback)
            .Select(target => $"{target.Name} was given up after {target.Restore!.Attempts} tries, before the deadline"));
        Calm.All(release);

        var again = await release.RollBackAsync();

        Assert.True(again.Status == ExecutionStatus.Succeeded, $"the rollback ended as {again.Status} {again.Error} {again.Cause}");
        await AssertAsBeforeAsync(release);
        Assert.Empty(await Leftovers.OfRollbackAsync(release.Machine, release.Id, again));
    }

    private static async Task<List<Front>> AwayAsync(FaultedRelease release)
    {
        var now = await release.ReadAsync();
        return [.. release.Before.Where(each => now[each.Key] != each.Value).Select(each => each.Key)];
    }
}
