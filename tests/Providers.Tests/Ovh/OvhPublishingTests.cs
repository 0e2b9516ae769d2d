using System.Text.Json;
using BlueGreenServerless.Clouds.Aws.Faults;
using BlueGreenServerless.Clouds.Ovh;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Ovh.Balancing;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Tests.Ovh;

/// <summary>What is staged, by whom, and what becomes of it.</summary>
public sealed class OvhPublishingTests : IAsyncLifetime
{
    private static readonly TrafficSplit Green = TrafficSplit.All(Color.Green);

    private BalancedFarms? farms;

    private BalancedFarms Farms => farms!;

    [Fact]
    public async Task Another_persons_pending_change_is_not_published_unasked()
    {
        Farms.Service.Set($"http/farm/{Farms.Blue}", "displayName", "renamed by somebody");
        var router = Farms.Router();

        var refused = await Assert.ThrowsAsync<ProviderRefusedException>(() => router.DescribeAsync(default));
        await Assert.ThrowsAsync<ProviderRefusedException>(() => router.AttachAsync(Color.Green, default));
        await Assert.ThrowsAsync<ProviderRefusedException>(() => router.ShiftAsync(Green, default));

        Assert.Contains("'1 in gra', '1 in rbx'", refused.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0, Farms.Blue, "HTTP farm A"), (Farms.Writes, Farms.Service.Refreshes, Farms.Live, (string?)Farms.Service.Live($"http/farm/{Farms.Blue}")!["displayName"]));
    }

    [Fact]
    public async Task It_is_taken_along_when_told_so()
    {
        Farms.Service.Set($"http/farm/{Farms.Blue}", "displayName", "renamed by somebody");

        await Farms.Router(Farms.Options with { Pending = OvhPending.Publish }).ShiftAsync(Green, default);

        Assert.Equal((Farms.Green, "renamed by somebody"), (Farms.Live, (string?)Farms.Service.Live($"http/farm/{Farms.Blue}")!["displayName"]));
    }

    [Fact]
    public async Task With_restore_it_is_taken_along_only_when_traffic_is_put_back()
    {
        var router = Farms.Router(Farms.Options with { Pending = OvhPending.Restore });
        var before = await router.DescribeAsync(default);
        await router.ShiftAsync(Green, default);
        Farms.Service.Set($"http/farm/{Farms.Blue}", "displayName", "renamed by somebody");

        await Assert.ThrowsAsync<ProviderRefusedException>(() => router.AttachAsync(Color.Blue, default));
        Assert.Equal(Farms.Green, Farms.Live);
        await router.RestoreAsync(before.Snapshot, default);
        Assert.Equal(Farms.Blue, Farms.Live);
    }

    [Fact]
    public async Task A_change_of_others_that_goes_live_meanwhile_is_waited_for()
    {
        Farms.Service.Set($"http/farm/{Farms.Blue}", "displayName", "renamed by somebody");
        var shifting = Farms.Router(patience: TimeSpan.FromSeconds(60)).ShiftAsync(Green, default);
        await Farms.Service.PublishAsync();

        Assert.Equal(Green, (await shifting).Split);
    }

    [Fact]
    public async Task A_refresh_of_others_that_runs_is_waited_for_to_its_end()
    {
        await using var slow = await BalancedFarms.StartAsync(new OvhDoubleOptions { RefreshTakes = TimeSpan.FromSeconds(1) });
        slow.Service.Set($"http/farm/{slow.Blue}", "displayName", "renamed by somebody");
        slow.Service.RefreshByHand();

        Assert.Equal(Green, (await slow.Router(patience: TimeSpan.Zero).ShiftAsync(Green, default)).Split);
    }

    [Fact]
    public async Task A_refresh_that_is_blocked_is_told_and_after_its_end_the_next_try_publishes()
    {
        var router = Farms.Router(publish: TimeSpan.FromSeconds(3));
        Farms.Service.EndNext("blocked");

        var failed = await Assert.ThrowsAsync<ProviderUnavailableException>(() => router.ShiftAsync(Green, default));
        Assert.Contains("is 'blocked'", failed.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ProviderUnavailableException>(() => router.ShiftAsync(Green, default));
        Farms.Service.Unblock();

        await Farms.Service.PublishAsync();
        Assert.Equal((Green, Farms.Green), ((await router.ShiftAsync(Green, default)).Split, Farms.Live));
    }

    [Fact]
    public async Task Only_the_zone_of_the_front_ends_is_looked_at_and_published()
    {
        Farms.Service.Set($"http/frontend/{Farms.Production}", "zone", "gra");
        await Farms.Service.PublishAsync();
        var foreign = Farms.AddFrontend("81", Farms.Blue);
        Farms.Service.Set($"http/frontend/{foreign}", "zone", "rbx");
        await Assert.ThrowsAsync<ProviderRefusedException>(() => Farms.Router().ShiftAsync(Green, default));
        await Farms.Service.PublishAsync();
        Farms.Service.Set($"http/frontend/{foreign}", "disabled", true);

        await Farms.Router().ShiftAsync(Green, default);

        Assert.Equal((Farms.Green, 1), (Farms.Live, Farms.Service.Pending["rbx"]));
    }

    [Theory]
    [InlineData("error")]
    [InlineData("cancelled")]
    public async Task A_refresh_that_does_not_end_well_is_told_and_the_next_try_publishes(string end)
    {
        var router = Farms.Router();
        var before = await router.DescribeAsync(default);
        Farms.Service.EndNext(end);

        var failed = await Assert.ThrowsAsync<ProviderUnavailableException>(() => router.ShiftAsync(Green, default));
        var between = await router.DescribeAsync(default);

        Assert.Contains($"is '{end}'", failed.Message, StringComparison.Ordinal);
        Assert.Equal(TrafficSplit.All(Color.Blue), between.Split);
        Assert.False(JsonElement.DeepEquals(before.Snapshot, between.Snapshot), "a rollback would think that nothing is to be put back");
        Assert.Equal(Green, (await router.ShiftAsync(Green, default)).Split);
        Assert.Equal((Farms.Green, 0), (Farms.Live, Farms.Service.Pending["gra"]));
    }

    [Fact]
    public async Task After_a_refresh_that_failed_a_restore_leaves_nothing_staged()
    {
        var router = Farms.Router();
        var before = await router.DescribeAsync(default);
        Farms.Service.EndNext("error");
        await Assert.ThrowsAsync<ProviderUnavailableException>(() => router.ShiftAsync(Green, default));

        var after = await router.RestoreAsync(before.Snapshot, default);

        Assert.True(JsonElement.DeepEquals(before.Snapshot, after.Snapshot));
        Assert.Equal((Farms.Blue, 0), (Farms.Live, Farms.Service.Pending["gra"]));
    }

    [Theory]
    [InlineData(FaultKind.LostReply)]
    [InlineData(FaultKind.ErrorAfterEffect)]
    [InlineData(FaultKind.LostRequest)]
    [InlineData(FaultKind.Error)]
    public async Task A_shift_survives_a_fault_of_each_of_its_writes(FaultKind kind)
    {
        Farms.World.Cloud.Faults.Add(new Fault("loadbalancer", "http/frontend/edit", kind));
        Farms.World.Cloud.Faults.Add(new Fault("loadbalancer", "refresh", kind));

        Assert.Equal(Green, (await Farms.Router().ShiftAsync(Green, default)).Split);
        Assert.Equal(Farms.Green, Farms.Live);
    }

    [Fact]
    public async Task A_process_that_died_before_publishing_leaves_its_successor_the_truth()
    {
        var before = await Farms.Router(withFile: true).DescribeAsync(default);
        Farms.World.Cloud.Faults.Deny("loadbalancer", "refresh");
        await Assert.ThrowsAsync<ProviderRefusedException>(() => Farms.Router(withFile: true).ShiftAsync(Green, default));
        Farms.World.Cloud.Faults.Allow("loadbalancer", "refresh");

        var successor = Farms.Router(withFile: true);
        Assert.Equal(TrafficSplit.All(Color.Blue), (await successor.DescribeAsync(default)).Split);
        await Assert.ThrowsAsync<ProviderRefusedException>(() => Farms.Router().DescribeAsync(default));
        await successor.RestoreAsync(before.Snapshot, default);

        Assert.Equal((Farms.Blue, 0), (Farms.Live, Farms.Service.Pending["gra"]));
        Assert.Equal(Farms.Blue, (long)Farms.Service.Staged($"http/frontend/{Farms.Production}")["defaultFarmId"]!);
    }

    [Fact]
    public async Task A_function_that_ended_before_publishing_leaves_its_target_the_truth_and_others_nothing_to_publish()
    {
        var second = Farms.AddFrontend("81", Farms.Blue);
        await Farms.Service.PublishAsync();
        var other = Farms.Options with { Frontends = [Farms.Frontend with { Frontend = second }] };
        var before = await Farms.Function(Farms.Options).DescribeAsync(default);
        Farms.World.Cloud.Faults.Deny("loadbalancer", "refresh");
        await Assert.ThrowsAsync<ProviderRefusedException>(() => Farms.Function(Farms.Options).ShiftAsync(Green, default));
        Farms.World.Cloud.Faults.Allow("loadbalancer", "refresh");

        await Assert.ThrowsAsync<ProviderRefusedException>(() => Farms.Function(other).ShiftAsync(Green, default));
        Assert.Equal((Farms.Blue, Farms.Blue), (Farms.Live, (long)Farms.Service.Live($"http/frontend/{second}")!["defaultFarmId"]!));
        Assert.Equal(TrafficSplit.All(Color.Blue), (await Farms.Function(Farms.Options).DescribeAsync(default)).Split);
        await Farms.Function(Farms.Options).RestoreAsync(before.Snapshot, default);

        Assert.Equal((Farms.Blue, 0), (Farms.Live, Farms.Service.Pending["gra"]));
        Assert.Equal(Green, (await Farms.Function(other).ShiftAsync(Green, default)).Split);
    }

    [Fact]
    public async Task A_process_that_died_while_it_was_published_finds_it_live()
    {
        using var killed = new CancellationTokenSource();
        Farms.World.Cloud.Recorder = exchange => { if (exchange.Operation == "refresh") { killed.Cancel(); } };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Farms.Router(withFile: true).ShiftAsync(Green, killed.Token));

        var found = await Farms.Router(withFile: true).DescribeAsync(default);

        Assert.Equal((Green, Farms.Green), (found.Split, Farms.Live));
    }

    /// <summary>In AWS a function that is cut off while OVH publishes is followed by one that remembers nothing: what it finds pending is no stranger's.</summary>
    [Fact]
    public async Task What_a_refresh_publishes_that_still_runs_is_waited_for_also_by_somebody_who_remembers_nothing()
    {
        await using var slow = await BalancedFarms.StartAsync(new OvhDoubleOptions { RefreshTakes = TimeSpan.FromSeconds(2) });
        using var cut = new CancellationTokenSource();
        slow.World.Cloud.Recorder = exchange => { if (exchange.Operation == "refresh") { cut.Cancel(); } };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow.Router().ShiftAsync(Green, cut.Token));
        Assert.NotEqual(0, slow.Service.Pending["gra"]);

        var again = await slow.Router().ShiftAsync(Green, default);

        Assert.Equal((Green, slow.Green, 2), (again.Split, slow.Live, slow.Writes + slow.Service.Refreshes));
    }

    [Fact]
    public async Task Two_targets_of_one_service_change_it_one_after_the_other()
    {
        var second = Farms.AddFrontend("81", Farms.Blue);
        await Farms.Service.PublishAsync();
        var other = Farms.Options with { Frontends = [Farms.Frontend with { Frontend = second }] };

        await Task.WhenAll(Farms.Routers(Farms.Options, other).Select(router => router.ShiftAsync(Green, default)));

        Assert.Equal((Farms.Green, Farms.Green), (Farms.Live, (long)Farms.Service.Live($"http/frontend/{second}")!["defaultFarmId"]!));
    }

    public async ValueTask InitializeAsync() => farms = await BalancedFarms.StartAsync(new OvhDoubleOptions { RefreshTakes = TimeSpan.FromMilliseconds(40) });

    public ValueTask DisposeAsync() => Farms.DisposeAsync();
}
