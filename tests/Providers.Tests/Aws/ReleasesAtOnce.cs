using BlueGreenServerless.Clouds.Aws;
using BlueGreenServerless.Providers.Aws;
using BlueGreenServerless.Providers.Aws.Router;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Tests.Aws;

public sealed class ReleasesAtOnce
{
    private const int Releases = 12;

    [Fact]
    public async Task Under_the_limits_of_an_account_nobody_is_throttled()
    {
        await using var world = await AwsWorld.StartAsync(new AwsDoubleOptions { LoadBalancerLimits = true });
        var throttled = 0;
        world.Cloud.Recorder = exchange => Interlocked.Add(ref throttled, exchange.Answer.Text.Contains("Throttling", StringComparison.Ordinal) ? 1 : 0);

        await Task.WhenAll(Enumerable.Range(0, Releases).Select(number => ReleaseAsync(world, number)));

        Assert.Equal(0, throttled);
        Assert.Equal(Releases * 2, world.Cloud.Calls["elasticloadbalancing:ModifyListener"]);
    }

    private static async Task ReleaseAsync(AwsWorld world, int number)
    {
        var balancers = world.Cloud.Balancers;
        var (blue, green) = (balancers.AddGroup($"blue{number}"), balancers.AddGroup($"green{number}"));
        var listener = balancers.AddListener(balancers.Add($"shop{number}"), 0, (blue, 1));
        var router = new AwsRouter(new AwsOptions { Listeners = [listener.Arn], Blue = blue.Arn, Green = green.Arn }, world.Account);
        var before = await router.DescribeAsync(default);
        await router.HealthAsync(Color.Blue, default);
        await router.ShiftAsync(TrafficSplit.Toward(Color.Green, 10), default);
        await router.RestoreAsync(before.Snapshot, default);
    }
}
