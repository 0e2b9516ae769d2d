using BlueGreenServerless.Clouds.Aws.Faults;
using BlueGreenServerless.Clouds.DigitalOcean;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.DigitalOcean.Fleet;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Tests.DigitalOcean;

public sealed class DropletFleetTests : IAsyncLifetime
{
    private DigitalOceanWorld world = null!;

    private IReadOnlyList<string> Green => [.. world.Cloud.Droplets.WithTag(DigitalOceanWorld.Green).Select(droplet => droplet.Name).Order(StringComparer.Ordinal)];

    public async ValueTask InitializeAsync()
    {
        world = await DigitalOceanWorld.StartAsync(new DigitalOceanDoubleOptions { CallsPerMinute = 10_000 });
        world.Cloud.Droplets.Add("web-1", DigitalOceanWorld.Blue);
        world.Cloud.Droplets.Add("web-2", DigitalOceanWorld.Blue);
    }

    [Fact]
    public async Task Missing_droplets_are_made_as_the_template_says_and_waited_for()
    {
        await File.WriteAllTextAsync(Path.Combine(world.Folder, "user-data"), "#cloud-config\n");
        var fleet = Fleet(template => template with { UserData = SecretReference.TryParse($"file:{world.Folder}/user-data"), SshKeys = ["289794", "3b:16:e4:bf"] });

        Assert.Equal("0 of 2 droplets with the tag 'env:green' active", await fleet.BringToCapacityAsync(Color.Green, default));
        await Eventually.HoldsAsync(async () => await fleet.BringToCapacityAsync(Color.Green, default) is null);

        Assert.Equal(["shop-green-1", "shop-green-2"], Green);
        Assert.Equal(2, world.Calls("droplets:create"));
        Assert.Equal(
            """{"name":"shop-green-1","region":"nyc3","size":"s-2vcpu-4gb","image":"debian-12-x64","ssh_keys":[289794,"3b:16:e4:bf"],"tags":["env:green","bluegreen-fleet"],"monitoring":true,"user_data":"#cloud-config"}""",
            world.Cloud.Droplets.WithTag(DigitalOceanWorld.Green)[0].Request.ToJsonString());
    }

    [Theory]
    [InlineData(FaultKind.LostReply, 500)]
    [InlineData(FaultKind.ErrorAfterEffect, 503)]
    [InlineData(FaultKind.Error, 503)]
    public async Task A_lost_answer_makes_no_droplet_twice(FaultKind kind, int status)
    {
        world.Cloud.Faults.Add(new Fault("droplets", "create", kind) { Status = status });
        await Assert.ThrowsAsync<ProviderUnavailableException>(() => Fleet().BringToCapacityAsync(Color.Green, default));

        await Eventually.HoldsAsync(async () => await Fleet().BringToCapacityAsync(Color.Green, default) is null);

        Assert.Equal(["shop-green-1", "shop-green-2"], Green);
    }

    [Fact]
    public async Task A_name_that_somebody_else_has_is_left_to_him()
    {
        world.Cloud.Droplets.Add("shop-green-1", "production");

        await Eventually.HoldsAsync(async () => await Fleet().BringToCapacityAsync(Color.Green, default) is null);

        Assert.Equal(["shop-green-2", "shop-green-3"], Green);
    }

    [Fact]
    public async Task Droplets_that_are_off_are_powered_on_once()
    {
        foreach (var name in (string[])["a", "b"])
        {
            world.Cloud.Droplets.Add(name, DigitalOceanWorld.Green).Status = "off";
        }

        await Eventually.HoldsAsync(async () => await Fleet(create: false).BringToCapacityAsync(Color.Green, default) is null);

        Assert.Equal((2, 0), (world.Calls("droplets:act"), world.Calls("droplets:create")));
    }

    [Fact]
    public async Task Without_a_template_it_says_what_is_missing_and_an_action_that_failed()
    {
        world.Cloud.Droplets.Add("a", DigitalOceanWorld.Green).Status = "off";
        world.Cloud.Droplets.FailingActions = 1000;
        Assert.Equal("0 of 2 droplets with the tag 'env:green' active; give 'create' to have the missing ones made", await Fleet(create: false).BringToCapacityAsync(Color.Green, default));

        var said = "";
        await Eventually.HoldsAsync(async () => (said = await Fleet(create: false).BringToCapacityAsync(Color.Green, default) ?? "").Contains("error", StringComparison.Ordinal));

        Assert.EndsWith("; the action 'power_on' of 'a' ended in an error, look at it", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scaling_in_destroys_only_what_was_made_here_and_never_by_tag()
    {
        world.Cloud.Droplets.Add("by-hand", DigitalOceanWorld.Green);
        await Eventually.HoldsAsync(async () => await Fleet().BringToCapacityAsync(Color.Green, default) is null);
        await Fleet().ScaleInAsync(Color.Green, default);
        await Fleet().ScaleInAsync(Color.Green, default);
        await Fleet().ScaleInAsync(Color.Blue, default);

        Assert.Equal(["by-hand"], Green);
        Assert.Equal((2, 1, 0), (world.Cloud.Droplets.WithTag(DigitalOceanWorld.Blue).Count, world.Calls("droplets:delete"), world.Calls("droplets:delete_by_tag")));
    }

    [Fact]
    public async Task A_droplet_that_has_both_colours_tags_is_never_destroyed()
    {
        world.Cloud.Droplets.Add("both", DigitalOceanWorld.Green, DigitalOceanWorld.Blue, DropletFleet.Mark);
        world.Cloud.Droplets.Add("spare", DigitalOceanWorld.Green, DropletFleet.Mark);

        await Fleet().ScaleInAsync(Color.Green, default);
        await Fleet().ScaleInAsync(Color.Green, default);

        Assert.Equal(["both"], Green);
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private DropletFleet Fleet(Func<DropletTemplate, DropletTemplate>? change = null, bool create = true)
    {
        var template = new DropletTemplate { Name = "shop", Region = "nyc3", Size = "s-2vcpu-4gb", Image = "debian-12-x64" };
        var options = new DropletFleetOptions { Blue = DigitalOceanWorld.Blue, Green = DigitalOceanWorld.Green, Create = create ? (change?.Invoke(template) ?? template) : null };
        return new DropletFleet(options.Checked(), world.Account);
    }
}
