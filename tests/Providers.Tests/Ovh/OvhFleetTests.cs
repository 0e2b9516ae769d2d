using BlueGreenServerless.Clouds.Aws.Faults;
using BlueGreenServerless.Providers.Ovh.Cloud;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Tests.Ovh;

public sealed class OvhFleetTests : IAsyncLifetime
{
    private OvhWorld? world;

    private OvhWorld World => world!;

    [Fact]
    public async Task As_many_instances_are_started_as_the_live_colour_has()
    {
        Add("shop-blue-", "ACTIVE", "ACTIVE", "SHUTOFF");
        var idle = Add("shop-green-", "SHUTOFF", "SHELVED_OFFLOADED", "SHUTOFF");
        World.Cloud.Instances.Add("shop-green-far", "SHUTOFF", "SBG5");
        var fleet = Fleet();

        Assert.Equal("0 of 2 instances named 'shop-green-…' up", await fleet.BringToCapacityAsync(Color.Green, default));
        await Eventually.HoldsAsync(async () => await fleet.BringToCapacityAsync(Color.Green, default) is null);

        Assert.Equal(["ACTIVE", "ACTIVE", "SHUTOFF"], idle.Select(World.Cloud.Instances.StatusOf));
        Assert.Equal((1, 1), (Calls("start"), Calls("unshelve")));
    }

    [Fact]
    public async Task Instances_that_do_not_exist_are_told_and_not_made()
    {
        Add("shop-blue-", "ACTIVE", "ACTIVE");
        Add("shop-green-", "ACTIVE");

        Assert.Contains("1 of 2 instances named 'shop-green-…' up; only 1 exist", await Fleet().BringToCapacityAsync(Color.Green, default), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Instances_of_an_application_whose_name_begins_like_ours_are_left_alone()
    {
        Add("shop-blue-", "ACTIVE");
        var own = Add("shop-green-", "ACTIVE");
        var strangers = Add("shop-green-blue-", "ACTIVE").Concat(Add("shop-green-2-", "ACTIVE")).ToList();

        await Fleet().ScaleInAsync(Color.Green, default);
        await Eventually.HoldsAsync(() => World.Cloud.Instances.StatusOf(own[0]) == "SHELVED_OFFLOADED");

        Assert.Equal(["ACTIVE", "ACTIVE"], strangers.Select(World.Cloud.Instances.StatusOf));
        Assert.Equal("0 of 1 instances named 'shop-green-…' up", await Fleet().BringToCapacityAsync(Color.Green, default));
    }

    [Theory]
    [InlineData(OvhRetire.Stop, "SHUTOFF")]
    [InlineData(OvhRetire.Shelve, "SHELVED_OFFLOADED")]
    public async Task The_old_colour_is_stopped_or_shelved_and_keeps_what_it_must(OvhRetire retire, string status)
    {
        var live = Add("shop-blue-", "ACTIVE");
        var old = Add("shop-green-", "ACTIVE", "ACTIVE");
        World.Cloud.Faults.Add(new Fault("cloud", $"instance/{(retire == OvhRetire.Stop ? "stop" : "shelve")}", FaultKind.LostReply));

        await Fleet(retire, keep: 1).ScaleInAsync(Color.Green, default);
        await Eventually.HoldsAsync(() => World.Cloud.Instances.StatusOf(old[1]) == status);
        await Fleet(retire, keep: 1).ScaleInAsync(Color.Green, default);

        Assert.Equal(("ACTIVE", "ACTIVE"), (World.Cloud.Instances.StatusOf(old[0]), World.Cloud.Instances.StatusOf(live[0])));
    }

    public async ValueTask InitializeAsync() => world = await OvhWorld.StartAsync();

    public ValueTask DisposeAsync() => World.DisposeAsync();

    private List<string> Add(string prefix, params string[] statuses) => [.. statuses.Select((status, index) => World.Cloud.Instances.Add($"{prefix}{index + 1}", status))];

    private int Calls(string verb) => World.Cloud.Calls.GetValueOrDefault($"cloud:instance/{verb}");

    private OvhFleet Fleet(OvhRetire retire = OvhRetire.Shelve, int keep = 0) => new(
        new OvhFleetOptions { Project = World.Cloud.Project, Region = World.Cloud.Region, Blue = "shop-blue-", Green = "shop-green-", Retire = retire, Keep = keep }.Checked(), World.Client());
}
