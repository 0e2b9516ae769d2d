using BlueGreenServerless.Clouds.Aws.Faults;
using BlueGreenServerless.Provisioning.Tests.Harness;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Provisioning.Tests.DigitalOcean;

public sealed class DestroyingTests
{
    [Theory]
    [InlineData(null, "Destroy the other one with '--color green'")]
    [InlineData(Color.Blue, "Move the traffic to the other colour first")]
    public async Task A_live_colour_is_refused_and_nothing_is_called(Color? color, string way)
    {
        await using var stand = await MadeAsync();
        var (writes, there) = (stand.Writes, stand.There());

        var end = await ProvisionRun.DestroyAsync(stand, color);

        Assert.Equal((3, writes, there), (end.Code, stand.Writes, stand.There()));
        Assert.Contains("The colour 'blue' of 'shop' is live.", end.Said, StringComparison.Ordinal);
        Assert.Contains(way, end.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_idle_colour_is_destroyed_and_made_again_and_what_others_made_stays()
    {
        await using var stand = await MadeAsync();
        stand.Cloud.Droplets.Add("stranger-2", "env:green");

        var end = await ProvisionRun.DestroyAsync(stand, Color.Green);

        Assert.True(end.Code == 0, end.Said);
        Assert.Equal(["shop-blue-1", "shop-blue-2", "stranger-1", "stranger-2"], stand.Names);
        Assert.Contains("2 of 5 to destroy: 10 to 50 USD less a month", end.Said, StringComparison.Ordinal);
        Assert.Equal(0, stand.Cloud.Calls.GetValueOrDefault("droplets:delete_by_tag"));
        Assert.Equal(0, (await ProvisionRun.MakeAsync(stand)).Code);
        Assert.Contains("shop-green-2", stand.Names);
    }

    [Fact]
    public async Task A_colour_that_got_the_traffic_meanwhile_is_live_whoever_moved_it()
    {
        await using var stand = await MadeAsync();
        stand.Cloud.Balancers.All[0].Tag = "";
        stand.Cloud.Balancers.All[0].Ids = [.. stand.Cloud.Droplets.WithTag("env:green").Select(droplet => droplet.Id)];

        var end = await ProvisionRun.DestroyAsync(stand, Color.Green);

        Assert.Equal(3, end.Code);
        Assert.Contains("The colour 'green' of 'shop' is live.", end.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Traffic_that_moves_while_the_other_colour_is_destroyed_stops_it_before_the_next_droplet()
    {
        await using var stand = await MadeAsync();
        var first = stand.Cloud.Droplets.All.Single(droplet => droplet.Name == "shop-green-1");
        stand.Faults.Add(new Fault("droplets", "delete", FaultKind.Latency) { Begins = () => stand.Cloud.Balancers.All[0].Tag = "env:green" });

        var end = await ProvisionRun.DestroyAsync(stand, Color.Green);

        Assert.Equal(3, end.Code);
        Assert.Contains(first, stand.Cloud.Droplets.All);
        Assert.DoesNotContain("shop-green-2", stand.Names);
    }

    [Fact]
    public async Task A_load_balancer_of_somebody_else_before_the_colour_makes_it_live_too()
    {
        await using var stand = await MadeAsync();
        stand.Cloud.Balancers.Add(new() { ["name"] = "theirs", ["tag"] = "env:green", ["forwarding_rules"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject()) });

        var end = await ProvisionRun.DestroyAsync(stand, Color.Green);

        Assert.Equal(1, end.Code);
        Assert.Contains("Both colours of 'shop' are behind load balancers", end.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "Both colours of 'shop' are behind load balancers")]
    [InlineData(false, "has the tag 'env:blue' of the other colour, so it may have users")]
    public async Task A_droplet_that_was_given_to_the_other_colour_by_its_tag_is_not_destroyed_with_its_own(bool balanced, string said)
    {
        await using var stand = await MadeAsync();
        stand.Cloud.Droplets.Add("shop-green-9", "env:blue", "bluegreen-env:shop");
        stand.Cloud.Balancers.All[0].Tag = balanced ? "env:blue" : "";

        var end = await ProvisionRun.DestroyAsync(stand, Color.Green);

        Assert.True(end.Code == 1 && end.Said.Contains(said, StringComparison.Ordinal), end.Said);
        Assert.Contains("shop-green-9", stand.Names);
    }

    [Fact]
    public async Task Everything_that_was_made_goes_when_nothing_is_live_surplus_too()
    {
        await using var stand = await MadeAsync();
        stand.Cloud.Balancers.All[0].Tag = "";
        stand.Change("each: 2", "each: 1");

        var end = await ProvisionRun.DestroyAsync(stand);

        Assert.True(end.Code == 0, end.Said);
        Assert.Equal(["stranger-1"], stand.Names);
        Assert.Empty(stand.Cloud.Balancers.All);
        var writes = stand.Writes;
        Assert.Equal(0, (await ProvisionRun.DestroyAsync(stand)).Code);
        Assert.Equal(writes, stand.Writes);
    }

    [Fact]
    public async Task A_load_balancer_of_our_name_that_was_not_made_here_stays()
    {
        await using var stand = await DigitalOceanStand.ManagedAsync();
        stand.Cloud.Balancers.Add(new() { ["name"] = "shop-bluegreen", ["tag"] = "other", ["forwarding_rules"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject()) });

        var end = await ProvisionRun.DestroyAsync(stand);

        Assert.True(end.Code == 0, end.Said);
        Assert.Single(stand.Cloud.Balancers.All);
        Assert.Equal(0, stand.Writes);
    }

    [Fact]
    public async Task Passing_trouble_at_every_destruction_is_waited_out()
    {
        await using var stand = await MadeAsync();
        stand.Cloud.Balancers.All[0].Tag = "";
        stand.Faults.Add(new Fault("droplets", "delete", FaultKind.LostReply) { Times = 2 });
        stand.Faults.Add(new Fault("load_balancers", "delete", FaultKind.Error) { Status = 403, Code = "forbidden", Message = "Load Balancer can't be updated while it processes previous actions" });

        var end = await ProvisionRun.DestroyAsync(stand);

        Assert.True(end.Code == 0, end.Said);
        Assert.Equal(["stranger-1"], stand.Names);
    }

    [Fact]
    public async Task A_balancer_that_is_off_has_no_users_and_one_that_does_not_answer_may_have()
    {
        await using var stand = await DigitalOceanStand.OwnAsync();
        await ProvisionRun.MakeAsync(stand);
        var balancer = stand.Cloud.Droplets.All.Single(droplet => droplet.Name == "shop-lb-1");

        var silent = await ProvisionRun.DestroyAsync(stand);
        Assert.Equal(1, silent.Code);
        Assert.Contains("Which colour of 'shop' has users cannot be told", silent.Said, StringComparison.Ordinal);
        Assert.Equal(6, stand.Names.Count());

        balancer.Status = "off";
        Assert.Equal(0, (await ProvisionRun.DestroyAsync(stand)).Code);
        Assert.Equal(["stranger-1"], stand.Names);
    }

    private static async Task<DigitalOceanStand> MadeAsync()
    {
        var stand = await DigitalOceanStand.ManagedAsync();
        Assert.Equal(0, (await ProvisionRun.MakeAsync(stand)).Code);
        return stand;
    }
}
