using System.Text.Json;
using BlueGreenServerless.Clouds.Aws.Faults;
using BlueGreenServerless.Clouds.Ovh;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Tests.Ovh;

/// <summary>Several targets of one service that are moved in the same step.</summary>
public sealed class OvhTogetherTests : IAsyncLifetime
{
    private const int Targets = 3;

    private static readonly TrafficSplit Green = TrafficSplit.All(Color.Green);

    private BalancedFarms? farms;
    private IReadOnlyList<long> fronts = [];
    private IReadOnlyList<ITrafficRouter> routers = [];

    private BalancedFarms Farms => farms!;

    [Fact]
    public async Task Changes_that_come_while_one_is_staged_go_live_by_its_refresh()
    {
        var read = await Task.WhenAll(routers.Select(router => router.ShiftAsync(Green, default)));

        Assert.All(read, state => Assert.Equal(Green, state.Split));
        Assert.All(fronts, front => Assert.Equal(Farms.Green, LiveOf(front)));
        Assert.Equal(1, Farms.Service.Refreshes);
    }

    [Fact]
    public async Task One_that_cannot_be_staged_does_not_hinder_the_others()
    {
        Farms.World.Cloud.Faults.Add(new Fault("loadbalancer", "http/frontend/edit", FaultKind.Error) { Status = 400, Code = "Client::BadRequest", Containing = $"frontend/{fronts[1]}" });

        var ends = await Task.WhenAll(routers.Select(router => FaultAsync(router, default)));

        Assert.Equal([null, typeof(ProviderRefusedException), null], ends.Select(end => end?.GetType()));
        Assert.Equal([Farms.Green, Farms.Blue, Farms.Green], fronts.Select(LiveOf));
        Assert.Equal(0, Farms.Service.Pending["gra"]);
    }

    [Fact]
    public async Task A_refresh_that_fails_is_told_to_all_of_them_and_a_restore_of_one_does_not_publish_the_others()
    {
        var before = await Task.WhenAll(routers.Select(router => router.DescribeAsync(default)));
        Farms.Service.EndNext("error");
        var ends = await Task.WhenAll(routers.Select(router => FaultAsync(router, default)));
        Assert.All(ends, end => Assert.IsType<ProviderUnavailableException>(end));

        await routers[1].RestoreAsync(before[1].Snapshot, default);

        Assert.All(fronts, front => Assert.Equal(Farms.Blue, LiveOf(front)));
        Assert.All(fronts, front => Assert.Equal(Farms.Blue, (long?)Farms.Service.Staged($"http/frontend/{front}")["defaultFarmId"]));
        var after = await Task.WhenAll(routers.Select(router => router.DescribeAsync(default)));
        Assert.All(before.Zip(after), pair => Assert.True(JsonElement.DeepEquals(pair.First.Snapshot, pair.Second.Snapshot)));
    }

    [Fact]
    public async Task One_that_is_cut_off_while_it_publishes_leaves_nobody_waiting()
    {
        using var cut = new CancellationTokenSource();
        var (staging, never) = (NewSource(), NewSource());
        Farms.World.Cloud.Faults.Add(new Fault("loadbalancer", "http/frontend/edit", FaultKind.Latency) { Until = never.Task, Begins = () => staging.TrySetResult() });
        var first = FaultAsync(routers[0], cut.Token);
        await staging.Task;
        var others = routers.Skip(1).Select(router => FaultAsync(router, default)).ToList();

        await cut.CancelAsync();

        Assert.IsAssignableFrom<OperationCanceledException>(await first);
        Assert.All(await Task.WhenAll(others), end => Assert.True(end is null or ProviderUnavailableException, $"{end}"));
        Assert.Equal(Green, (await routers[1].ShiftAsync(Green, default)).Split);
    }

    [Fact]
    public async Task Whose_change_is_being_staged_when_the_one_who_leads_is_cut_off_tries_again()
    {
        using var cut = new CancellationTokenSource();
        var (first, second, go, never) = (NewSource(), NewSource(), NewSource(), NewSource());
        Farms.World.Cloud.Faults.Add(new Fault("loadbalancer", "http/frontend/edit", FaultKind.Latency) { Until = go.Task, Begins = () => first.TrySetResult(), Containing = $"frontend/{fronts[0]}" });
        Farms.World.Cloud.Faults.Add(new Fault("loadbalancer", "http/frontend/edit", FaultKind.Latency) { Until = never.Task, Begins = () => second.TrySetResult(), Containing = $"frontend/{fronts[1]}" });
        var leads = FaultAsync(routers[0], cut.Token);
        await first.Task;
        var other = FaultAsync(routers[1], default);
        go.SetResult();
        await second.Task;

        await cut.CancelAsync();

        Assert.IsAssignableFrom<OperationCanceledException>(await leads);
        Assert.IsType<ProviderUnavailableException>(await other);
    }

    [Fact]
    public async Task One_that_fails_while_others_come_leaves_the_next_a_way()
    {
        Farms.World.Cloud.Faults.Add(new Fault("loadbalancer", "task/list", FaultKind.Error) { Times = 1000, After = 1 });
        Assert.All(await Task.WhenAll(routers.Select(router => FaultAsync(router, default))), end => Assert.IsType<ProviderUnavailableException>(end));
        Farms.World.Cloud.Faults.Clear();

        var read = await Task.WhenAll(routers.Select(router => router.ShiftAsync(Green, default)));

        Assert.All(read, state => Assert.Equal(Green, state.Split));
        Assert.Equal(0, Farms.Service.Pending["gra"]);
    }

    [Fact]
    public async Task What_one_has_staged_is_no_reason_to_refuse_the_others()
    {
        Farms.Service.EndNext("error");
        var first = FaultAsync(routers[0], default);
        await Eventually.HoldsAsync(() => Task.FromResult(Farms.Service.Refreshes == 1));

        var second = await routers[1].DescribeAsync(default);

        Assert.Equal(TrafficSplit.All(Color.Blue), second.Split);
        Assert.IsType<ProviderUnavailableException>(await first);
    }

    public async ValueTask InitializeAsync()
    {
        farms = await BalancedFarms.StartAsync(new OvhDoubleOptions { RefreshTakes = TimeSpan.FromMilliseconds(40) });
        fronts = [.. Enumerable.Range(0, Targets).Select(number => Farms.AddFrontend($"{9000 + number}", Farms.Blue))];
        await Farms.Service.PublishAsync();
        routers = Farms.Routers([.. fronts.Select(front => Farms.Options with { Frontends = [Farms.Frontend with { Frontend = front }] })]);
    }

    public ValueTask DisposeAsync() => Farms.DisposeAsync();

    private static async Task<Exception?> FaultAsync(ITrafficRouter router, CancellationToken cancellationToken) =>
        await Record.ExceptionAsync(() => router.ShiftAsync(Green, cancellationToken));

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private long? LiveOf(long front) => (long?)Farms.Service.Live($"http/frontend/{front}")!["defaultFarmId"];
}
