using BlueGreenServerless.Engine;
using BlueGreenServerless.Failures;
using BlueGreenServerless.VirtualCloud.Machine;
using BlueGreenServerless.VirtualCloud.Watching;

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
