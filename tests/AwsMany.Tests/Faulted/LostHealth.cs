using BlueGreenServerless.VirtualCloud.Machine;
using BlueGreenServerless.Clouds.Aws.LoadBalancing;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.AwsMany.Tests.Faulted;

/// <summary>Health is asked for once more right before every shift: seen healthy before is not enough.</summary>
public sealed class LostHealth
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    public async Task A_colour_that_gets_ill_between_the_check_and_a_shift_gets_no_more_traffic(int seed, int shift)
    {
        await using var release = await FaultedRelease.StartAsync(seed, made => new StageTrouble("ShiftTraffic", shift, StageTroubleKind.TargetsLost)
        {
            Meanwhile = () =>
            {
                made.Machine.Aws.Balancers.Health = (group, _) => group == made.Place.Blue ? TargetState.Healthy : TargetState.Failed;
                return Task.CompletedTask;
            },
        });

        var ended = await release.RunAsync();

        Assert.NotNull(ended);
        Assert.True(ended.Error == nameof(Reason.HealthLost), $"{release.Shape}: ended as {ended.Status} {ended.Error} {ended.Cause}");
        Assert.Contains("hosts healthy right before the shift, all are needed; no traffic was moved there", ended.Cause, StringComparison.Ordinal);
        Assert.Equal((shift - 1) * release.Place.Routes.Count, release.Watch.Gains);
        await Ends.AssertAsync(release, ended);
    }
}
