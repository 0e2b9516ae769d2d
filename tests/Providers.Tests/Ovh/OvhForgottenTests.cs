using System.Text.Json;
using BlueGreenServerless.Clouds.Ovh;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Ovh.Balancing;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Tests.Ovh;

/// <summary>As in Lambdas: a process is cut off, and the next one does not know what that had staged. It never takes it for live.</summary>
public sealed class OvhForgottenTests : IAsyncLifetime
{
    private const int Runs = 30;

    private static readonly TrafficSplit Green = TrafficSplit.All(Color.Green);

    private BalancedFarms? farms;
    private long second;

    private BalancedFarms Farms => farms!;

    private (long?, long?) Live => (Farms.Live, (long?)Farms.Service.Live($"http/frontend/{second}")!["defaultFarmId"]);

    [Fact]
    public async Task A_shift_that_was_not_published_is_not_believed_and_can_be_put_back()
    {
        var before = await Router(OvhPending.Restore).DescribeAsync(default);
        Assert.False(await IsDoneAsync(Router(OvhPending.Restore), (router, token) => router.ShiftAsync(Green, token), "http/frontend/edit", 2));

        await Assert.ThrowsAsync<ProviderRefusedException>(() => Router(OvhPending.Restore).DescribeAsync(default));
        await Assert.ThrowsAsync<ProviderRefusedException>(() => Router(OvhPending.Restore).ShiftAsync(Green, default));
        Assert.Equal((Farms.Blue, Farms.Blue), Live);
        await PutBackAsync(Router(OvhPending.Restore), before, default);

        Assert.Equal(((Farms.Blue, Farms.Blue), 0), (Live, Farms.Service.Pending["gra"]));
    }

    [Theory]
    [InlineData(OvhPending.Restore)]
    [InlineData(OvhPending.Publish)]
    public async Task A_rollback_that_was_not_published_is_not_believed(OvhPending policy)
    {
        var before = await Router(policy).DescribeAsync(default);
        await Router(policy).ShiftAsync(Green, default);
        Assert.False(await IsDoneAsync(Router(policy), (router, token) => PutBackAsync(router, before, token), "http/frontend/edit", 2));
        Assert.Equal((Farms.Green, Farms.Green), Live);

        await PutBackAsync(Router(policy), before, default);

        Assert.Equal(((Farms.Blue, Farms.Blue), 0), (Live, Farms.Service.Pending["gra"]));
    }

    [Fact]
    public async Task What_somebody_has_staged_is_published_before_it_is_taken_for_live_when_that_is_allowed()
    {
        Farms.Service.Set($"http/frontend/{Farms.Production}", "defaultFarmId", Farms.Green);
        Farms.Service.Set($"http/frontend/{second}", "defaultFarmId", Farms.Green);
        Assert.Equal(Green, (await Router(OvhPending.Publish).DescribeAsync(default)).Split);

        await Router(OvhPending.Publish).AttachAsync(Color.Blue, default);

        Assert.Equal((Farms.Green, Farms.Green), Live);
    }

    [Theory]
    [InlineData(OvhPending.Restore)]
    [InlineData(OvhPending.Publish)]
    public async Task What_a_step_says_is_live_is_live_wherever_the_one_before_was_cut_off(OvhPending policy)
    {
        for (var run = 0; run < Runs; run++)
        {
            var (random, before) = (new Random(run), await Router(policy).DescribeAsync(default));
            if (await TwiceAsync(random, policy, (router, token) => router.ShiftAsync(Green, token)))
            {
                Assert.True(Live == (Farms.Green, Farms.Green), $"run {run}: '{Live}' was said to be green");
            }

            Assert.True(await TwiceAsync(random, policy, (router, token) => PutBackAsync(router, before, token)), $"run {run}: it was not put back");
            Assert.True(Live == (Farms.Blue, Farms.Blue), $"run {run}: '{Live}' was said to be put back");
            Assert.True(Farms.Service.Pending["gra"] == 0, $"run {run}: '{Farms.Service.Pending["gra"]}' changes are staged");
        }
    }

    public async ValueTask InitializeAsync()
    {
        farms = await BalancedFarms.StartAsync(new OvhDoubleOptions { RefreshTakes = TimeSpan.FromMilliseconds(10) });
        second = farms.AddFrontend("81", farms.Blue);
        await farms.Service.PublishAsync();
    }

    public ValueTask DisposeAsync() => Farms.DisposeAsync();

    /// <summary>Another process each time.</summary>
    private ITrafficRouter Router(OvhPending policy) =>
        Farms.Router(Farms.Swapping with { Pending = policy, Frontends = [Farms.Swapping.Frontends[0], Farms.Frontend with { Frontend = second }] });

    /// <summary>As the stage does it.</summary>
    private static async Task PutBackAsync(ITrafficRouter router, TrafficState before, CancellationToken cancellationToken)
    {
        var current = await router.DescribeUrgentlyAsync(cancellationToken);
        if (current.Split != before.Split || !JsonElement.DeepEquals(current.Snapshot, before.Snapshot))
        {
            await router.RestoreAsync(before.Snapshot, cancellationToken);
        }
    }

    /// <summary>Once cut off at any call, then by another process to its end.</summary>
    private async Task<bool> TwiceAsync(Random random, OvhPending policy, Func<ITrafficRouter, CancellationToken, Task> step) =>
        await IsDoneAsync(Router(policy), step, null, random.Next(1, 30)) || await IsDoneAsync(Router(policy), step, null, int.MaxValue);

    /// <param name="operation">Calls that are counted; null for all.</param>
    /// <param name="left">At this one the process ends: it has its effect, and its answer is not read.</param>
    private async Task<bool> IsDoneAsync(ITrafficRouter router, Func<ITrafficRouter, CancellationToken, Task> step, string? operation, int left)
    {
        using var cut = new CancellationTokenSource();
        Farms.World.Cloud.Recorder = exchange =>
        {
            if ((operation is null || exchange.Operation == operation) && Interlocked.Decrement(ref left) == 0)
            {
                cut.Cancel();
            }
        };
        try
        {
            await step(router, cut.Token);
            return true;
        }
        catch (Exception end) when (end is OperationCanceledException or ProviderRefusedException)
        {
            return false;
        }
        finally
        {
            Farms.World.Cloud.Recorder = null;
        }
    }
}
