using System.Text.Json;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Ovh.Balancing;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Tests.Ovh;

public sealed class OvhCanaryTests : IAsyncLifetime
{
    private BalancedFarms? farms;

    private BalancedFarms Farms => farms!;

    private OvhOptions Options => Farms.Options with { Frontends = [Farms.Frontend with { Canary = Farms.Canary }] };

    [Fact]
    public async Task A_ramp_goes_through_the_weights_of_the_canary_farm_and_ends_on_the_colours_own()
    {
        var router = Farms.Router(Options);
        var before = await router.DescribeAsync(default);
        await router.AttachAsync(Color.Green, default);
        foreach (var percent in new[] { 5, 25, 50 })
        {
            Assert.Equal(TrafficSplit.Toward(Color.Green, percent), (await router.ShiftAsync(TrafficSplit.Toward(Color.Green, percent), default)).Split);
            Assert.Equal(Farms.Canary, Farms.Live);
        }

        await router.ShiftAsync(TrafficSplit.All(Color.Green), default);
        Assert.Equal(Farms.Green, Farms.Live);
        var after = await router.RestoreAsync(before.Snapshot, default);
        Assert.Equal((TrafficSplit.All(Color.Blue), Farms.Blue, true), (after.Split, Farms.Live, JsonElement.DeepEquals(before.Snapshot, after.Snapshot)));
        Assert.Equal(5, Farms.Service.Refreshes);
    }

    [Fact]
    public async Task A_rollback_from_the_middle_of_a_ramp_writes_the_front_end_only()
    {
        var router = Farms.Router(Options);
        var before = await router.DescribeAsync(default);
        await router.ShiftAsync(TrafficSplit.Toward(Color.Green, 25), default);
        var writes = Farms.Writes;

        await router.RestoreAsync(before.Snapshot, default);

        Assert.Equal((writes + 1, Farms.Blue), (Farms.Writes, Farms.Live));
    }

    [Fact]
    public async Task A_canary_farm_with_other_servers_or_one_that_heeds_no_weights_is_refused()
    {
        var lonely = Farms.AddFarm("blue only", Farms.BlueSite.Port);
        var first = Farms.AddFarm("first", Farms.BlueSite.Port, Farms.GreenSite.Port);
        Farms.Service.Set($"http/farm/{first}", "balance", "first");
        await Farms.Service.PublishAsync();

        Assert.Contains("must have those of both colours", await RefusalAsync(lonely), StringComparison.Ordinal);
        Assert.Contains("heeds no weights", await RefusalAsync(first), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_inactive_has_no_share()
    {
        var (blue, green) = (Farms.AddFarm("two", 1, 2), Farms.AddFarm("other two", 3, 4));
        var canary = Farms.AddFarm("all four", 1, 2, 3, 4);
        Farms.Service.Set($"http/frontend/{Farms.Production}", "defaultFarmId", blue);
        var servers = Farms.Service.Paths.Where(path => path.StartsWith($"http/farm/{canary}/server/", StringComparison.Ordinal)).ToList();
        Farms.Service.Set(servers[3], "status", "inactive");
        await Farms.Service.PublishAsync();
        var router = Farms.Router(Options with { Frontends = [Farms.Frontend with { Blue = blue, Green = green, Canary = canary }] });

        await router.ShiftAsync(TrafficSplit.Toward(Color.Green, 50), default);

        var weights = servers.ConvertAll(path => (long?)Farms.Service.Live(path)!["weight"] ?? 1);
        Assert.Equal((weights[0] + weights[1], 1), (weights[2], weights[3]));
        Farms.Service.Set(servers[2], "status", "inactive");
        await Farms.Service.PublishAsync();
        Assert.Contains("none of green", (await Assert.ThrowsAsync<NotSupportedByTargetException>(() => router.AttachAsync(Color.Green, default))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_canary_farm_a_divided_traffic_is_refused_with_what_can_be_done()
    {
        var refused = await Assert.ThrowsAsync<NotSupportedByTargetException>(() => Farms.Router().ShiftAsync(TrafficSplit.Toward(Color.Green, 10), default));

        Assert.Contains("strategy all-at-once", refused.Message, StringComparison.Ordinal);
        Assert.Equal((true, 0), (Farms.Router(Options).Abilities.Weights, Farms.Writes));
    }

    [Fact]
    public void Equal_numbers_of_servers_have_weights_for_every_percent() =>
        Assert.All(
            from servers in Enumerable.Range(1, 50) from percent in Enumerable.Range(1, 99) select (servers, percent),
            each =>
            {
                var (blue, green) = CanaryWeights.Of(each.servers, each.servers, each.percent);
                Assert.True(blue is >= 1 and <= 256 && green is >= 1 and <= 256);
                Assert.Equal(each.percent, CanaryWeights.Percent((long)blue * each.servers, (long)green * each.servers));
            });

    [Fact]
    public void What_weights_cannot_do_is_refused_and_never_rounded_away() =>
        Assert.All(
            from blue in Enumerable.Range(1, 12) from green in Enumerable.Range(1, 12) from percent in Enumerable.Range(1, 99) select (blue, green, percent),
            each =>
            {
                try
                {
                    var (ofBlue, ofGreen) = CanaryWeights.Of(each.blue, each.green, each.percent);
                    Assert.InRange(100.0 * ofGreen * each.green / ((ofGreen * each.green) + (ofBlue * each.blue)), each.percent - 0.5001, each.percent + 0.5001);
                }
                catch (NotSupportedByTargetException refused)
                {
                    Assert.Contains($"'{each.percent}' percent", refused.Message, StringComparison.Ordinal);
                }
            });

    public async ValueTask InitializeAsync() => farms = await BalancedFarms.StartAsync();

    public ValueTask DisposeAsync() => Farms.DisposeAsync();

    private async Task<string> RefusalAsync(long canary) => (await Assert.ThrowsAsync<NotSupportedByTargetException>(
        () => Farms.Router(Farms.Options with { Frontends = [Farms.Frontend with { Canary = canary }] }).AttachAsync(Color.Green, default))).Message;
}
