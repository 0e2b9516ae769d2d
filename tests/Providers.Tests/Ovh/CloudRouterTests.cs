using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.Faults;
using BlueGreenServerless.Clouds.Ovh;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Tests.Ovh;

public sealed class CloudRouterTests : IAsyncLifetime
{
    private static readonly TrafficSplit Green = TrafficSplit.All(Color.Green);

    private BalancedPools? pools;

    private BalancedPools Pools => pools!;

    [Fact]
    public async Task A_shift_is_one_write_that_keeps_every_other_field_and_none_when_it_is_there()
    {
        var before = Pools.Balancer.Read($"listener/{Pools.Production}");
        var router = Pools.Router();

        Assert.Equal(Green, (await router.ShiftAsync(Green, default)).Split);
        await router.ShiftAsync(Green, default);

        before["defaultPoolId"] = Pools.Green;
        Assert.True(JsonNode.DeepEquals(before, Pools.Balancer.Read($"listener/{Pools.Production}")));
        Assert.Equal(1, Pools.Writes);
    }

    [Fact]
    public async Task A_restore_leaves_the_traffic_as_the_snapshot()
    {
        var router = Pools.Router();
        var before = await router.DescribeAsync(default);
        await router.ShiftAsync(Green, default);

        var after = await router.RestoreAsync(before.Snapshot, default);

        Assert.True(JsonElement.DeepEquals(before.Snapshot, after.Snapshot));
        Assert.Equal((Pools.Blue, 2), (Pools.PoolOf(Pools.Production), Pools.Writes));
    }

    [Fact]
    public async Task A_busy_load_balancer_is_waited_for()
    {
        Pools.Balancer.Occupy();
        var fault = new Fault("cloud", "listener/edit", FaultKind.Error) { Status = 409, Code = "Client::Conflict", Message = "Load Balancer x is immutable and cannot be updated." };
        Pools.World.Cloud.Faults.Add(fault with { Times = 2 });

        await Pools.Router().ShiftAsync(Green, default);

        Assert.Equal((Pools.Green, 3), (Pools.PoolOf(Pools.Production), Pools.Calls("listener/edit")));
    }

    [Fact]
    public async Task A_canary_goes_through_the_members_of_a_pool_of_its_own()
    {
        var router = Pools.Router(Pools.WithCanary);
        var before = await router.DescribeAsync(default);
        await router.AttachAsync(Color.Green, default);

        Assert.Equal(TrafficSplit.Toward(Color.Green, 25), (await router.ShiftAsync(TrafficSplit.Toward(Color.Green, 25), default)).Split);
        Assert.Equal((Pools.Canary, 2), (Pools.PoolOf(Pools.Production), Pools.Writes));
        Assert.Equal(TrafficSplit.Toward(Color.Green, 50), (await router.ShiftAsync(TrafficSplit.Toward(Color.Green, 50), default)).Split);
        Assert.Equal(Green, (await router.ShiftAsync(Green, default)).Split);
        Assert.Equal(Pools.Green, Pools.PoolOf(Pools.Production));
        Assert.Equal(TrafficSplit.All(Color.Blue), (await router.RestoreAsync(before.Snapshot, default)).Split);
        Assert.Equal(Pools.Blue, Pools.PoolOf(Pools.Production));
    }

    [Theory]
    [InlineData(30, 50)]
    [InlineData(49, 50)]
    [InlineData(70, 50)]
    public async Task On_the_way_from_one_split_to_the_next_no_colour_has_more_than_before_or_than_it_is_meant_to(int from, int to)
    {
        var router = Pools.Router(Pools.WithCanary);
        await router.ShiftAsync(TrafficSplit.Toward(Color.Green, from), default);
        var seen = new List<int>();
        Pools.Balancer.Changed = _ => seen.Add(Pools.GreenPercentOfCanary());

        await router.ShiftAsync(TrafficSplit.Toward(Color.Green, to), default);

        Assert.Equal((2, to), (seen.Count, seen[^1]));
        Assert.All(seen, percent => Assert.True(from < to ? percent <= to : percent >= to, $"{percent}"));
    }

    [Fact]
    public async Task What_somebody_else_changed_while_it_was_busy_stays()
    {
        var calls = 0;
        Pools.World.Cloud.Faults.Chance = (_, operation) =>
        {
            if (operation != "listener/edit" || calls++ > 0)
            {
                return null;
            }

            Pools.Balancer.Change($"listener/{Pools.Production}", new JsonObject { ["name"] = "port 80", ["description"] = "of somebody else", ["defaultPoolId"] = Pools.Blue });
            return new Fault("cloud", "listener/edit", FaultKind.Error) { Status = 409, Code = "Client::Conflict", Message = "Load Balancer x is immutable and cannot be updated." };
        };

        await Pools.Router().ShiftAsync(Green, default);

        var listener = Pools.Balancer.Read($"listener/{Pools.Production}");
        Assert.Equal(("of somebody else", Pools.Green), ((string?)listener["description"], (string?)listener["defaultPoolId"]));
    }

    [Fact]
    public async Task A_pool_that_nothing_leads_to_is_not_checked_and_the_doctor_asks_for_a_preview()
    {
        var without = Pools.Router();
        await without.AttachAsync(Color.Green, default);
        Assert.Contains("offline", Assert.Single((await without.HealthAsync(Color.Green, default)).Failures), StringComparison.Ordinal);
        Assert.Contains("neither 'preview' nor 'previewPolicy'", Assert.Single(await ((IDiagnosed)without).DiagnoseAsync(default)).Text, StringComparison.Ordinal);

        var with = Pools.Router(Pools.WithPolicy);
        await with.AttachAsync(Color.Green, default);
        Assert.True((await with.HealthAsync(Color.Green, default)).AllHealthy);
        Assert.Equal(DiagnosisLevel.Fine, Assert.Single(await ((IDiagnosed)with).DiagnoseAsync(default)).Level);
    }

    [Fact]
    public async Task A_canary_without_a_pool_of_its_own_is_refused_with_what_can_be_done()
    {
        var refused = await Assert.ThrowsAsync<NotSupportedByTargetException>(() => Pools.Router().ShiftAsync(TrafficSplit.Toward(Color.Green, 5), default));

        Assert.Contains("a canary needs 'canary'", refused.Message, StringComparison.Ordinal);
        Assert.Equal((false, 0), (Pools.Router().Abilities.Weights, Pools.Writes));
    }

    [Fact]
    public async Task Preview_policy_and_preview_listener_show_the_idle_colour()
    {
        var listener = Pools.Listener with { PreviewPolicy = Pools.Policy, Preview = Pools.Test };
        var router = Pools.Router(Pools.WithPolicy with { Listeners = [listener] });
        await router.AttachAsync(Color.Green, default);
        await router.AttachAsync(Color.Green, default);

        var policy = Pools.Balancer.Read($"l7Policy/{Pools.Policy}");
        Assert.Equal((Pools.Green, "preview", Pools.Production), ((string?)policy["redirectPoolId"], (string?)policy["name"], (string?)policy["listenerId"]));
        Assert.Equal((Pools.Blue, Pools.Green, 2), (Pools.PoolOf(Pools.Production), Pools.PoolOf(Pools.Test), Pools.Writes));
        Assert.Equal("yes", router.Preview(Color.Green)!.Headers["X-Preview"]);
    }

    [Fact]
    public async Task A_pool_without_monitor_is_refused_before_anything_changes()
    {
        var bare = Pools.Balancer.Add("pool", new JsonObject { ["protocol"] = "http" });
        Pools.Balancer.Add($"pool/{bare}/member", new JsonObject { ["address"] = "127.0.0.1", ["protocolPort"] = 1, ["weight"] = 1 });
        var router = Pools.Router(Pools.Options with { Listeners = [Pools.Listener with { Green = bare }] });

        var refused = await Assert.ThrowsAsync<NotSupportedByTargetException>(() => router.AttachAsync(Color.Green, default));

        Assert.Contains("'0' health monitors", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'0' health monitors", Assert.Single(await ((IDiagnosed)router).DiagnoseAsync(default)).Text, StringComparison.Ordinal);
        Assert.Equal("127.0.0.1:1: no health monitor", Assert.Single((await router.HealthAsync(Color.Green, default)).Failures));
    }

    [Fact]
    public async Task When_one_of_several_cannot_be_written_the_others_are_put_back()
    {
        var second = Pools.AddListener(443, Pools.Blue);
        Pools.World.Cloud.Faults.Add(new Fault("cloud", "listener/edit", FaultKind.Error) { After = 1, Status = 403, Code = "Client::Forbidden", Message = "not yours" });
        var options = Pools.Options with { Listeners = [Pools.Listener, Pools.Listener with { Listener = second }] };

        await Assert.ThrowsAsync<ProviderRefusedException>(() => Pools.Router(options).ShiftAsync(Green, default));

        Assert.Equal((Pools.Blue, Pools.Blue), (Pools.PoolOf(Pools.Production), Pools.PoolOf(second)));
    }

    [Theory]
    [InlineData(FaultKind.LostReply)]
    [InlineData(FaultKind.ErrorAfterEffect)]
    [InlineData(FaultKind.LostRequest)]
    [InlineData(FaultKind.Error)]
    public async Task A_shift_survives_one_fault_of_the_network_or_the_service(FaultKind kind)
    {
        Pools.World.Cloud.Faults.Add(new Fault("cloud", "listener/edit", kind));

        Assert.Equal(Green, (await Pools.Router().ShiftAsync(Green, default)).Split);
    }

    public async ValueTask InitializeAsync() => pools = await BalancedPools.StartAsync(new OvhDoubleOptions { UpdateTakes = TimeSpan.FromMilliseconds(50) });

    public ValueTask DisposeAsync() => Pools.DisposeAsync();
}
