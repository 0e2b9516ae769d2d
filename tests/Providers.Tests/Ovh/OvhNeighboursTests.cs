using System.Text.Json;
using BlueGreenServerless.Clouds.Aws.Faults;
using BlueGreenServerless.Clouds.Ovh;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Ovh.Balancing;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Tests.Ovh;

/// <summary>As in Lambdas: two targets of one service, each with a function of its own, at the same time. What one has staged is not somebody else's to the other.</summary>
public sealed class OvhNeighboursTests : IAsyncDisposable
{
    private static readonly TrafficSplit Green = TrafficSplit.All(Color.Green);

    private BalancedFarms? farms;
    private long second;

    private BalancedFarms Farms => farms!;

    private ITrafficRouter One => Farms.Function(Farms.Options);

    private ITrafficRouter Other => Farms.Function(Farms.Options with { Frontends = [Farms.Frontend with { Frontend = second }] });

    private (long?, long?) Live => (Farms.Live, (long?)Farms.Service.Live($"http/frontend/{second}")!["defaultFarmId"]);

    /// <param name="countsWrites">How OVH counts what is pending is not documented: writes, or objects that differ.</param>
    [Theory]
    [InlineData("error", true)]
    [InlineData("error", false)]
    [InlineData("cancelled", true)]
    [InlineData("cancelled", false)]
    public async Task What_both_had_staged_when_no_refresh_published_it_is_put_back_by_the_next_tries(string end, bool countsWrites)
    {
        await StartAsync(countsWrites);
        var (one, other) = await MoveAsync();

        await FailBothAsync(() => One.RestoreAsync(one, default), () => Other.RestoreAsync(other, default), end);
        Assert.Equal((Farms.Green, Farms.Green), Live);
        await AssertPutBackAsync(one, other);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_somebody_has_staged_meanwhile_is_published_by_neither(bool countsWrites)
    {
        await StartAsync(countsWrites);
        var (one, other) = await MoveAsync();
        await FailBothAsync(() => One.RestoreAsync(one, default), () => Other.RestoreAsync(other, default), "error");
        Farms.Service.Set($"http/farm/{Farms.Blue}", "displayName", "renamed by somebody");

        for (var tries = 0; tries < 3; tries++)
        {
            await Assert.ThrowsAsync<ProviderRefusedException>(() => One.RestoreAsync(one, default));
            await Assert.ThrowsAsync<ProviderRefusedException>(() => Other.RestoreAsync(other, default));
        }

        Assert.Equal("HTTP farm A", (string?)Farms.Service.Live($"http/farm/{Farms.Blue}")!["displayName"]);
        await Farms.Service.PublishAsync();
        Assert.Equal((Farms.Green, Farms.Green), Live);
        await AssertPutBackAsync(one, other);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_step_forward_that_was_not_published_is_not_published_by_the_other_that_only_looks_or_steps_forward(bool countsWrites)
    {
        await StartAsync(countsWrites);
        Farms.Service.EndNext("error");
        await Assert.ThrowsAsync<ProviderUnavailableException>(() => Other.ShiftAsync(Green, default));

        Assert.Equal(TrafficSplit.All(Color.Blue), (await One.DescribeAsync(default)).Split);
        await Assert.ThrowsAsync<ProviderRefusedException>(() => One.ShiftAsync(Green, default));

        Assert.Equal((Farms.Blue, Farms.Blue), Live);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_is_staged_back_when_traffic_of_the_other_is_put_back_and_can_be_made_again(bool countsWrites)
    {
        await StartAsync(countsWrites);
        var before = (await One.DescribeAsync(default)).Snapshot;
        await One.ShiftAsync(Green, default);
        Farms.Service.EndNext("error");
        await Assert.ThrowsAsync<ProviderUnavailableException>(() => Other.ShiftAsync(Green, default));

        await One.RestoreAsync(before, default);

        Assert.Equal(((Farms.Blue, Farms.Blue), 0), (Live, Farms.Service.Pending["gra"]));
        Assert.Equal(TrafficSplit.All(Color.Blue), (await Other.DescribeAsync(default)).Split);
        Assert.Equal(Green, (await Other.ShiftAsync(Green, default)).Split);
    }

    public ValueTask DisposeAsync() => farms?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task StartAsync(bool countsWrites)
    {
        farms = await BalancedFarms.StartAsync(new OvhDoubleOptions { RefreshTakes = TimeSpan.FromMilliseconds(40), PendingCountsWrites = countsWrites });
        second = farms.AddFrontend("81", farms.Blue);
        await farms.Service.PublishAsync();
    }

    /// <returns>What both were like before.</returns>
    private async Task<(JsonElement One, JsonElement Other)> MoveAsync()
    {
        var before = ((await One.DescribeAsync(default)).Snapshot, (await Other.DescribeAsync(default)).Snapshot);
        await One.ShiftAsync(Green, default);
        await Other.ShiftAsync(Green, default);
        Assert.Equal((Farms.Green, Farms.Green), Live);
        return before;
    }

    /// <summary>The other one has looked and not written yet when the first one stages, counts and publishes in vain; then it does so too.</summary>
    private async Task FailBothAsync(Func<Task> one, Func<Task> other, string end)
    {
        var (writing, go) = (NewSource(), NewSource());
        Farms.World.Cloud.Faults.Add(new Fault("loadbalancer", "http/frontend/edit", FaultKind.Latency) { Until = go.Task, Begins = () => writing.TrySetResult() });
        Farms.Service.EndNext(end);
        Farms.Service.EndNext(end);
        var held = other();
        await writing.Task;

        await Assert.ThrowsAsync<ProviderUnavailableException>(one);
        go.SetResult();

        await Assert.ThrowsAsync<ProviderUnavailableException>(() => held);
    }

    private async Task AssertPutBackAsync(JsonElement one, JsonElement other)
    {
        await One.RestoreAsync(one, default);
        await Other.RestoreAsync(other, default);
        Assert.Equal(((Farms.Blue, Farms.Blue), 0), (Live, Farms.Service.Pending["gra"]));
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
