using BlueGreenServerless.Clouds.Aws.Faults;
using BlueGreenServerless.Clouds.Ovh;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Ovh.Balancing;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Tests.Ovh;

/// <summary>Releases of several apps whose front-ends are of one service, in processes of one machine, beside people who change it too.</summary>
public sealed class OvhProcessesTests : IAsyncLifetime
{
    private static readonly TrafficSplit Green = TrafficSplit.All(Color.Green);

    private BalancedFarms? farms;
    private long second;

    private BalancedFarms Farms => farms!;

    private OvhOptions Other => Farms.Options with { Frontends = [Farms.Frontend with { Frontend = second }] };

    private long? LiveOfOther => (long?)Farms.Service.Live($"http/frontend/{second}")!["defaultFarmId"];

    [Fact]
    public async Task What_others_have_staged_since_a_process_died_is_not_published_with_what_it_left()
    {
        await DieBeforePublishingAsync();
        Farms.Service.Set($"http/farm/{Farms.Blue}", "displayName", "renamed by somebody");

        var refused = await Assert.ThrowsAsync<ProviderRefusedException>(() => Farms.Router(withFile: true).ShiftAsync(Green, default));

        Assert.Contains("'1 in gra', '1 in rbx'", refused.Message, StringComparison.Ordinal);
        Assert.Equal((0, "HTTP farm A"), (Farms.Service.Refreshes, (string?)Farms.Service.Live($"http/farm/{Farms.Blue}")!["displayName"]));
        await Farms.Service.PublishAsync();
        Assert.Equal(Farms.Blue, Farms.Live);
        Assert.Equal(Green, (await Farms.Router(withFile: true).ShiftAsync(Green, default)).Split);
    }

    [Fact]
    public async Task They_are_taken_along_when_told_so()
    {
        await DieBeforePublishingAsync();
        Farms.Service.Set($"http/farm/{Farms.Blue}", "displayName", "renamed by somebody");

        await Farms.Router(Farms.Options with { Pending = OvhPending.Publish }, withFile: true).ShiftAsync(Green, default);

        Assert.Equal((Farms.Green, "renamed by somebody"), (Farms.Live, (string?)Farms.Service.Live($"http/farm/{Farms.Blue}")!["displayName"]));
    }

    [Fact]
    public async Task What_the_release_of_another_app_left_is_staged_back_and_not_published()
    {
        await DieBeforePublishingAsync();

        Assert.Equal(Green, (await Farms.Router(Other, withFile: true).ShiftAsync(Green, default)).Split);

        Assert.Equal((Farms.Green, Farms.Blue, 0), (LiveOfOther, Farms.Live, Farms.Service.Pending["gra"]));
        Assert.Equal(Farms.Blue, (long)Farms.Service.Staged($"http/frontend/{Farms.Production}")["defaultFarmId"]!);
    }

    [Fact]
    public async Task What_it_left_hinders_nobody_when_the_front_end_is_gone()
    {
        await DieBeforePublishingAsync();
        Farms.Service.Remove($"http/frontend/{Farms.Production}");

        await Farms.Router(Other with { Pending = OvhPending.Publish }, withFile: true).ShiftAsync(Green, default);

        Assert.Equal(Farms.Green, LiveOfOther);
    }

    [Fact]
    public async Task One_process_publishes_after_the_other()
    {
        await Farms.Router(Farms.Swapping, withFile: true).AttachAsync(Color.Green, default);
        var (staging, go) = (NewSource(), NewSource());
        Farms.World.Cloud.Faults.Add(new Fault("loadbalancer", "http/frontend/edit", FaultKind.Latency) { After = 1, Until = go.Task, Begins = () => staging.TrySetResult() });
        List<long?> published = [];
        Farms.Service.Changed = path => published.Add(long.Parse(path.Split('/')[^1]));
        var first = Farms.Router(Farms.Swapping, withFile: true).ShiftAsync(Green, default);
        await staging.Task;
        var other = Farms.Router(Other, withFile: true).ShiftAsync(Green, default);

        go.SetResult();

        Assert.Equal((Green, Green), ((await first).Split, (await other).Split));
        Assert.Equal((second, 3), (published[^1], Farms.Service.Refreshes));
    }

    [Fact]
    public async Task One_that_does_not_end_is_waited_for_no_longer_than_a_step()
    {
        var (staging, go) = (NewSource(), NewSource());
        Farms.World.Cloud.Faults.Add(new Fault("loadbalancer", "http/frontend/edit", FaultKind.Latency) { Until = go.Task, Begins = () => staging.TrySetResult() });
        var first = Farms.Router(withFile: true).ShiftAsync(Green, default);
        await staging.Task;

        var late = await Assert.ThrowsAsync<ProviderUnavailableException>(() => Farms.Router(Other, withFile: true, publish: TimeSpan.FromMilliseconds(200)).ShiftAsync(Green, default));

        Assert.Contains("Another process has worked on", late.Message, StringComparison.Ordinal);
        go.SetResult();
        await first;
    }

    [Fact]
    public async Task A_change_that_joins_others_does_not_publish_what_somebody_has_staged_in_its_zone()
    {
        Farms.Service.Set($"http/frontend/{Farms.Production}", "zone", "gra");
        Farms.Service.Set($"http/frontend/{second}", "zone", "rbx");
        var foreign = Farms.AddFrontend("82", Farms.Blue);
        Farms.Service.Set($"http/frontend/{foreign}", "zone", "rbx");
        await Farms.Service.PublishAsync();
        Farms.Service.Set($"http/frontend/{foreign}", "disabled", true);
        var (staging, go) = (NewSource(), NewSource());
        Farms.World.Cloud.Faults.Add(new Fault("loadbalancer", "http/frontend/edit", FaultKind.Latency) { Until = go.Task, Begins = () => staging.TrySetResult() });
        var routers = Farms.Routers(Farms.Options, Other);
        var first = routers[0].ShiftAsync(Green, default);
        await staging.Task;
        var joining = routers[1].ShiftAsync(Green, default);
        go.SetResult();

        await Assert.ThrowsAsync<ProviderRefusedException>(() => joining);

        Assert.Equal(Green, (await first).Split);
        Assert.Equal((Farms.Green, Farms.Blue, 1), (Farms.Live, LiveOfOther, Farms.Service.Pending["rbx"]));
    }

    public async ValueTask InitializeAsync()
    {
        farms = await BalancedFarms.StartAsync(new OvhDoubleOptions { RefreshTakes = TimeSpan.FromMilliseconds(40) });
        second = farms.AddFrontend("81", farms.Blue);
        await farms.Service.PublishAsync();
    }

    public ValueTask DisposeAsync() => Farms.DisposeAsync();

    /// <summary>A process that has staged all and published nothing.</summary>
    private async Task DieBeforePublishingAsync()
    {
        Farms.World.Cloud.Faults.Deny("loadbalancer", "refresh");
        await Assert.ThrowsAsync<ProviderRefusedException>(() => Farms.Router(withFile: true).ShiftAsync(Green, default));
        Farms.World.Cloud.Faults.Allow("loadbalancer", "refresh");
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
