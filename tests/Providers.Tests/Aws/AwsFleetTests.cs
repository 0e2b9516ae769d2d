using BlueGreenServerless.Clouds.Aws.AutoScaling;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Aws.Fleet;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Tests.Aws;

public sealed class AwsFleetTests : IAsyncLifetime
{
    private readonly ScalingGroup blue = new("shop-blue");
    private readonly ScalingGroup green = new("shop-green");
    private AwsWorld? world;

    private int Writes => world!.Cloud.Calls.GetValueOrDefault("autoscaling:UpdateAutoScalingGroup");

    [Fact]
    public async Task The_idle_group_is_brought_to_the_live_ones_capacity_with_one_write()
    {
        await AddAsync(live: 3, idle: 0);
        var fleet = Fleet();

        await Eventually.HoldsAsync(async () => await fleet.BringToCapacityAsync(Color.Green, default) is null);

        Assert.Equal((3, 3, 1), (green.Desired, green.Instances.Count, Writes));
        Assert.Equal((2, 6), (green.MinSize, green.MaxSize));
    }

    [Fact]
    public async Task What_does_not_come_up_is_told_in_words()
    {
        await AddAsync(live: 2, idle: 0);
        green.Broken = true;

        Assert.Equal("0 of 2 instances of 'shop-green' in service", await Fleet().BringToCapacityAsync(Color.Green, default));
    }

    [Fact]
    public async Task A_larger_idle_group_is_left_alone()
    {
        await AddAsync(live: 1, idle: 3);

        Assert.Null(await Fleet().BringToCapacityAsync(Color.Green, default));
        Assert.Equal((0, 3), (Writes, green.Desired));
    }

    [Fact]
    public async Task Retiring_scales_in_once_and_keeps_what_it_is_told_to_keep()
    {
        await AddAsync(live: 3, idle: 3);
        await Fleet(keep: 1).ScaleInAsync(Color.Green, default);
        await Fleet(keep: 1).ScaleInAsync(Color.Green, default);

        Assert.Equal((1, 1, 1), (green.MinSize, green.Desired, Writes));
        Assert.Equal(3, blue.Desired);
        await Fleet().ScaleInAsync(Color.Green, default);
        await Eventually.HoldsAsync(() => green.Instances.Count == 0);
        Assert.Equal((0, 0, 6), (green.MinSize, green.Desired, green.MaxSize));
    }

    [Fact]
    public async Task A_group_that_does_not_exist_is_refused_by_name()
    {
        await world!.Cloud.ScalingGroups.AddAsync(blue, 1, 1, 1);

        var refused = await Assert.ThrowsAsync<ProviderRefusedException>(() => Fleet().BringToCapacityAsync(Color.Green, default));

        Assert.Contains("'shop-green'", refused.Message, StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync() => world = await AwsWorld.StartAsync();

    public ValueTask DisposeAsync() => world!.DisposeAsync();

    private async Task AddAsync(int live, int idle)
    {
        await world!.Cloud.ScalingGroups.AddAsync(blue, Math.Min(2, live), 6, live);
        await world.Cloud.ScalingGroups.AddAsync(green, Math.Min(2, idle), idle == 0 ? 0 : 6, idle);
    }

    private AwsFleet Fleet(int keep = 0) => new(new AwsFleetOptions { Blue = "shop-blue", Green = "shop-green", Keep = keep }, world!.Account);
}
