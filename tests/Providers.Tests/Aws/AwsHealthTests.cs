using BlueGreenServerless.Documents;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Tests.Aws;

public sealed class AwsHealthTests : IAsyncLifetime
{
    private BalancedSites? sites;

    private BalancedSites Sites => sites!;

    [Fact]
    public async Task A_group_that_no_listener_uses_is_not_healthy_until_it_is_attached()
    {
        var router = Sites.Router();
        var unused = await router.HealthAsync(Color.Green, default);

        Assert.Equal((0, 1), (unused.Healthy, unused.Total));
        Assert.Contains("unused Target.NotInUse", Assert.Single(unused.Failures), StringComparison.Ordinal);
        await router.AttachAsync(Color.Green, default);
        await UntilAsync(router, Color.Green, health => health.AllHealthy);
    }

    [Fact]
    public async Task An_unhealthy_target_is_named_with_its_reason()
    {
        var router = Sites.Router();
        Sites.BlueSite.HealthStatus = 503;

        await UntilAsync(router, Color.Blue, health => health is { Healthy: 0, Total: 1 } && health.Failures[0].StartsWith("i-b1:", StringComparison.Ordinal) && health.Failures[0].Contains("unhealthy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_targets_are_not_healthy_and_a_leaving_one_does_not_count()
    {
        var empty = Sites.Balancers.AddGroup("empty");
        var router = Sites.Router();
        await UntilAsync(router, Color.Blue, health => health.AllHealthy);

        Sites.Blue.Register(new Clouds.Aws.LoadBalancing.Target("i-b2", Sites.BlueSite.Port));
        Sites.Blue.Deregister("i-b2", TimeProvider.System);

        await UntilAsync(router, Color.Blue, health => health is { Healthy: 1, Total: 1 });
        var none = new Providers.Aws.Router.TargetHealthReader(Sites.World.Account);
        Assert.Equal((0, 0, false), await none.ReadAsync(empty.Arn, default) is var read ? (read.Healthy, read.Total, read.AllHealthy) : default);
    }

    public async ValueTask InitializeAsync() => sites = await BalancedSites.StartAsync();

    public ValueTask DisposeAsync() => Sites.DisposeAsync();

    private static Task UntilAsync(ITrafficRouter router, Color color, Func<ColorHealth, bool> holds) =>
        Eventually.HoldsAsync(async () => holds(await router.HealthAsync(color, default)));
}
