using BlueGreenServerless.Plans;
using BlueGreenServerless.Provisioning.Tests.DigitalOcean;
using BlueGreenServerless.Provisioning.Tests.Harness;
using BlueGreenServerless.Provisioning.Tests.Ovh;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Provisioning.Tests.Order;

/// <summary>A colour without users may be needed by a release all the same.</summary>
public sealed class ReleaseNeedsTests
{
    private static readonly PortBinding Ours = Recorded.Router("digitalocean", """{"loadBalancer":"shop-bluegreen","blue":"env:blue","green":"env:green"}""");
    private static readonly PortBinding Others = Recorded.Router("digitalocean", """{"loadBalancer":"other","blue":"other:blue","green":"other:green"}""");

    [Fact]
    public async Task The_old_colour_stays_until_the_end_of_the_rollback_window()
    {
        await using var stand = await MadeAsync();
        stand.Cloud.Balancers.All[0].Tag = "env:green";
        await Recorded.CompletedAsync(ProvisionRun.Store(stand), Ours, TimeSpan.FromHours(1));
        var writes = stand.Writes;

        var end = await ProvisionRun.DestroyAsync(stand, Color.Blue);

        Assert.Equal((3, writes), (end.Code, stand.Writes));
        Assert.Contains("puts the users of 'shop' back on the colour 'blue' of 'shop'", end.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_goes_when_the_window_has_closed()
    {
        await using var stand = await MadeAsync();
        stand.Cloud.Balancers.All[0].Tag = "env:green";
        await Recorded.CompletedAsync(ProvisionRun.Store(stand), Ours, TimeSpan.Zero);

        var end = await ProvisionRun.DestroyAsync(stand, Color.Blue);

        Assert.True(end.Code == 0, end.Said);
        Assert.Equal(["shop-green-1", "shop-green-2", "stranger-1"], stand.Names);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task While_a_release_or_its_rollback_is_under_way_neither_colour_goes(bool rollback)
    {
        await using var stand = await MadeAsync();
        var store = ProvisionRun.Store(stand);
        await (rollback ? Recorded.CompletedAsync(store, Ours, TimeSpan.Zero) : Recorded.UnderWayAsync(store, Ours));
        _ = rollback ? await Recorded.RollingBackAsync(store) : null;
        var writes = stand.Writes;

        var end = await ProvisionRun.DestroyAsync(stand, Color.Green);

        Assert.Equal((3, writes), (end.Code, stand.Writes));
        Assert.Contains("The release 'shop-2-abc' of 'shop' is under way", end.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_that_begins_while_a_colour_is_destroyed_stops_it_before_the_next_droplet()
    {
        await using var stand = await MadeAsync();
        stand.Faults.Add(new Clouds.Aws.Faults.Fault("droplets", "delete", Clouds.Aws.Faults.FaultKind.Latency)
        {
            Begins = () => Recorded.UnderWayAsync(ProvisionRun.Store(stand), Ours).Wait(TestContext.Current.CancellationToken),
        });

        var end = await ProvisionRun.DestroyAsync(stand, Color.Green);

        Assert.Equal(3, end.Code);
        Assert.Contains("shop-green-1", stand.Names);
    }

    [Fact]
    public async Task Releases_to_other_machines_are_in_nobodys_way()
    {
        await using var stand = await MadeAsync();
        await Recorded.UnderWayAsync(ProvisionRun.Store(stand), Others);

        var end = await ProvisionRun.DestroyAsync(stand, Color.Green);

        Assert.True(end.Code == 0, end.Said);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_service_or_project_of_OVH_is_known_by_its_name(bool service)
    {
        await using OvhAccount stand = service ? await OvhServiceStand.StartAsync() : await OvhCloudStand.StartAsync();
        Assert.Equal(0, (await ProvisionRun.MakeAsync(stand)).Code);
        await Recorded.UnderWayAsync(ProvisionRun.Store(stand), stand is OvhServiceStand balanced
            ? Recorded.Router("ovh", $$"""{"service":"{{balanced.Service.Name}}"}""") : Recorded.Router("ovh-cloud", $$"""{"project":"{{stand.Cloud.Project}}"}"""));

        var end = await ProvisionRun.DestroyAsync(stand, Color.Green);

        Assert.True(end.Code == 3 && end.Said.Contains("is under way", StringComparison.Ordinal), end.Said);
    }

    private static async Task<DigitalOceanStand> MadeAsync()
    {
        var stand = await DigitalOceanStand.ManagedAsync();
        Assert.Equal(0, (await ProvisionRun.MakeAsync(stand)).Code);
        return stand;
    }
}
