using BlueGreenServerless.Engine;
using BlueGreenServerless.VirtualCloud.Watching;

namespace BlueGreenServerless.AwsMany.Tests.Faulted;

/// <summary>What must hold however a release ended.</summary>
internal static class Ends
{
    public static async Task AssertAsync(FaultedRelease release, Execution? ended)
    {
        Assert.Empty(release.Watch.Violations);
        Assert.True(ended?.Error is null || EndNames.All.Contains(ended.Error), $"nobody has put '{ended?.Error}' there");
        Assert.True(release.Watch.Looked > 0 || ended?.Status != ExecutionStatus.Succeeded, "no change of traffic was looked at");
        release.Machine.Aws.Faults.Clear();
        var completed = ended?.Status == ExecutionStatus.Succeeded;
        AssertTraffic(release, completed);
        Assert.Empty(await Leftovers.OfAsync(release.Machine, release.Id, ended));
    }

    private static void AssertTraffic(FaultedRelease release, bool completed)
    {
        foreach (var (route, before) in release.Place.Routes.Zip(release.Before))
        {
            var wanted = completed ? PlainActions.Of(before).Replace(release.Place.Blue.Arn, release.Place.Green.Arn, StringComparison.Ordinal) : PlainActions.Of(before);
            Assert.Equal(wanted, PlainActions.Of(route.Actions));
        }
    }
}
