using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.Faults;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Ovh.Balancing;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Tests.Ovh;

public sealed class OvhRouterTests : IAsyncLifetime
{
    private BalancedFarms? farms;

    private BalancedFarms Farms => farms!;

    [Fact]
    public async Task A_shift_is_one_write_and_one_refresh_and_none_when_it_is_there()
    {
        var router = Farms.Router();

        Assert.Equal(TrafficSplit.All(Color.Green), (await router.ShiftAsync(TrafficSplit.All(Color.Green), default)).Split);
        await router.ShiftAsync(TrafficSplit.All(Color.Green), default);

        Assert.Equal((Farms.Green, 1, 1), (Farms.Live, Farms.Writes, Farms.Service.Refreshes));
    }

    [Fact]
    public async Task The_whole_object_is_put_back_and_only_the_farm_is_another()
    {
        var path = $"http/frontend/{Farms.Production}";
        var before = Farms.Service.Staged(path);

        await Farms.Router().ShiftAsync(TrafficSplit.All(Color.Green), default);

        before["defaultFarmId"] = Farms.Green;
        Assert.True(JsonNode.DeepEquals(before, Farms.Service.Live(path)), Farms.Service.Live(path)!.ToJsonString());
    }

    [Fact]
    public async Task Front_ends_of_both_protocols_move_together_with_one_refresh()
    {
        var (blue, green) = (Farms.AddFarm("tls A", "tcp", [Farms.BlueSite.Port]), Farms.AddFarm("tls B", "tcp", [Farms.GreenSite.Port]));
        var second = Farms.AddFrontend("443", blue, "tcp");
        await Farms.Service.PublishAsync();
        var options = Farms.Options with { Frontends = [Farms.Frontend, new OvhFrontend { Protocol = OvhProtocol.Tcp, Frontend = second, Blue = blue, Green = green }] };
        var router = Farms.Router(options);

        Assert.Equal(TrafficSplit.All(Color.Green), (await router.ShiftAsync(TrafficSplit.All(Color.Green), default)).Split);

        Assert.Equal((green, Farms.Green), ((long)Farms.Service.Live($"tcp/frontend/{second}")!["defaultFarmId"]!, Farms.Live));
        Assert.Equal((2, 1), (Farms.Writes, Farms.Service.Refreshes));
        Farms.Service.Set($"tcp/frontend/{second}", "defaultFarmId", blue);
        await Farms.Service.PublishAsync();
        Assert.Null((await router.DescribeAsync(default)).Split.Whole());
    }

    [Fact]
    public async Task A_restore_writes_what_differs_and_refreshes_once()
    {
        var router = Farms.Router(Farms.Swapping);
        await router.AttachAsync(Color.Green, default);
        var before = await router.DescribeAsync(default);
        await router.ShiftAsync(TrafficSplit.All(Color.Green), default);
        Assert.Equal((Farms.Green, Farms.Blue), (Farms.Live, Farms.Shown));
        var (writes, refreshes) = (Farms.Writes, Farms.Service.Refreshes);

        var after = await router.RestoreAsync(Reread(before.Snapshot), default);
        await router.RestoreAsync(Reread(before.Snapshot), default);

        Assert.Equal((writes + 2, refreshes + 1), (Farms.Writes, Farms.Service.Refreshes));
        Assert.True(JsonElement.DeepEquals(before.Snapshot, after.Snapshot));
        Assert.Equal((Farms.Blue, Farms.Green), (Farms.Live, Farms.Shown));
    }

    [Fact]
    public async Task An_idle_colour_is_shown_by_the_preview_once_and_production_stays()
    {
        var router = Farms.Router(Farms.WithPreview);
        await router.AttachAsync(Color.Green, default);
        await router.AttachAsync(Color.Green, default);

        Assert.Equal((Farms.Blue, Farms.Green, 1, 1), (Farms.Live, Farms.Shown, Farms.Writes, Farms.Service.Refreshes));
        await router.ShiftAsync(TrafficSplit.All(Color.Green), default);
        Assert.Equal((Farms.Green, Farms.Green), (Farms.Live, Farms.Shown));
    }

    [Fact]
    public async Task A_farm_without_probe_and_a_server_that_does_not_use_it_are_refused_before_anything_changes()
    {
        var server = Farms.AddFarm("unprobed", Farms.GreenSite.Port);
        Farms.Service.Set($"http/farm/{server}", "probe", null);
        await Farms.Service.PublishAsync();
        var refused = await Assert.ThrowsAsync<NotSupportedByTargetException>(
            () => Farms.Router(Farms.WithPreview with { Frontends = [Farms.Frontend with { Green = server, Preview = Farms.Test }] }).AttachAsync(Color.Green, default));

        Assert.Contains("is not probed", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'probe: true'", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, Farms.Writes);
    }

    [Fact]
    public async Task Health_is_counted_over_the_servers_that_get_traffic()
    {
        var farm = Farms.AddFarm("three", 1, 2, 3);
        Farms.Service.Add($"http/farm/{farm}/server", new JsonObject { ["address"] = "127.0.0.1", ["port"] = 4, ["status"] = "inactive", ["probe"] = true });
        Farms.Service.Add($"http/farm/{farm}/server", new JsonObject { ["address"] = "127.0.0.1", ["port"] = 5, ["status"] = "active", ["probe"] = false });
        await Farms.Service.PublishAsync();

        var health = await Farms.Router(Farms.Options with { Frontends = [Farms.Frontend with { Green = farm }] }).HealthAsync(Color.Green, default);

        Assert.Equal((3, 4, "127.0.0.1:5: not probed"), (health.Healthy, health.Total, Assert.Single(health.Failures)));
    }

    [Fact]
    public async Task A_farm_that_is_neither_colours_and_an_unknown_front_end_are_refused_by_name()
    {
        var other = Farms.AddFarm("other", Farms.BlueSite.Port);
        Farms.Service.Set($"http/frontend/{Farms.Production}", "defaultFarmId", other);
        await Farms.Service.PublishAsync();

        Assert.Contains($"has the farm '{other}'", (await Assert.ThrowsAsync<ProviderRefusedException>(() => Farms.Router().DescribeAsync(default))).Message, StringComparison.Ordinal);
        var unknown = Farms.Router(Farms.Options with { Frontends = [Farms.Frontend with { Frontend = 1 }] });
        Assert.Contains("http/frontend/1", (await Assert.ThrowsAsync<ProviderRefusedException>(() => unknown.DescribeAsync(default))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_one_of_several_cannot_be_written_nothing_stays_staged()
    {
        var router = Farms.Router(Farms.Swapping);
        await router.AttachAsync(Color.Green, default);
        Farms.World.Cloud.Faults.Add(new Fault("loadbalancer", "http/frontend/edit", FaultKind.Error) { After = 1, Status = 403, Code = "Client::Forbidden", Message = "not yours" });

        var refused = await Assert.ThrowsAsync<ProviderRefusedException>(() => router.ShiftAsync(TrafficSplit.All(Color.Green), default));

        Assert.Contains("not yours", refused.Message, StringComparison.Ordinal);
        Assert.Equal((Farms.Blue, Farms.Blue), ((long)Farms.Service.Staged($"http/frontend/{Farms.Production}")["defaultFarmId"]!, Farms.Live));
        Assert.Equal((Farms.Green, 1), (Farms.Shown, Farms.Service.Refreshes));
        Assert.Equal(TrafficSplit.All(Color.Blue), (await router.DescribeAsync(default)).Split);
    }

    [Fact]
    public void A_canary_is_refused_with_what_can_be_done()
    {
        Assert.False(Farms.Router().Abilities.Weights);
        Assert.Contains("a canary needs 'canary'", Farms.Router().Abilities.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_says_what_a_release_would_be_refused_for()
    {
        var healthy = await Farms.Doctor(Farms.Options).DiagnoseAsync(default);
        Assert.All(healthy, finding => Assert.Equal(DiagnosisLevel.Fine, finding.Level));

        var unprobed = Farms.AddFarm("unprobed", Farms.GreenSite.Port);
        Farms.Service.Set($"http/farm/{unprobed}", "probe", null);
        var findings = await Farms.Doctor(Farms.Options with { Frontends = [Farms.Frontend with { Green = unprobed }] }).DiagnoseAsync(default);
        Assert.Equal([DiagnosisLevel.Blocking, DiagnosisLevel.Warning], findings.Select(finding => finding.Level));
        Assert.Contains("are staged and not live", findings[1].Text, StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync() => farms = await BalancedFarms.StartAsync();

    public ValueTask DisposeAsync() => Farms.DisposeAsync();

    private static JsonElement Reread(JsonElement json) => JsonDocument.Parse(json.GetRawText()).RootElement;
}
