using BlueGreenServerless.Clouds.Aws.Faults;
using BlueGreenServerless.Provisioning.Tests.Harness;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Provisioning.Tests.DigitalOcean;

public sealed class MakingTests
{
    private static readonly string[] All = ["shop-blue-1", "shop-blue-2", "shop-green-1", "shop-green-2"];

    [Fact]
    public async Task The_plan_shows_what_is_made_and_its_price_class_and_changes_nothing()
    {
        await using var stand = await DigitalOceanStand.ManagedAsync();

        var end = await ProvisionRun.PlanAsync(stand);

        Assert.True(end.Code == 0 && stand.Writes == 0, end.Said);
        Assert.Contains("  + droplet        shop-green-2    green  10 to 50 USD\n", end.Said, StringComparison.Ordinal);
        Assert.Contains("  + load balancer  shop-bluegreen         10 to 50 USD\n", end.Said, StringComparison.Ordinal);
        Assert.Contains("5 of 5 to make: 50 to 200 USD more a month, by the provider's list\nNothing was changed. With --yes what is missing is made.", end.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_second_run_changes_nothing_and_shows_the_same_target(bool managed)
    {
        await using var stand = managed ? await DigitalOceanStand.ManagedAsync() : await DigitalOceanStand.OwnAsync();
        var first = await ProvisionRun.MakeAsync(stand);
        var (writes, there) = (stand.Writes, stand.There());

        var second = await ProvisionRun.MakeAsync(stand);

        Assert.True(first.Code == 0 && second.Code == 0, first.Said + second.Said);
        Assert.Equal(5, writes);
        Assert.Equal((writes, there), (stand.Writes, stand.There()));
        Assert.Contains("nothing to make", second.Said, StringComparison.Ordinal);
        Assert.Equal(first.Said.Split("targets:")[1], second.Said.Split("targets:")[1]);
    }

    [Fact]
    public async Task Droplets_get_the_tag_of_their_colour_the_mark_and_the_user_data_which_is_never_shown()
    {
        await using var stand = await DigitalOceanStand.OwnAsync();

        var end = await ProvisionRun.MakeAsync(stand);

        var made = stand.Cloud.Droplets.All.ToDictionary(droplet => droplet.Name, StringComparer.Ordinal);
        Assert.Equal(["env:green", "bluegreen-env:shop"], made["shop-green-2"].TagNames);
        Assert.Equal(DigitalOceanStand.UserData.TrimEnd('\n'), made["shop-green-2"].Request["user_data"]?.ToString());
        Assert.Equal(["role:loadbalancer", "bluegreen-env:shop"], made["shop-lb-1"].TagNames);
        Assert.Contains("install -y haproxy", made["shop-lb-1"].Request["user_data"]?.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("the-password-of-the-database", end.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FaultKind.LostReply, 0)]
    [InlineData(FaultKind.ErrorAfterEffect, 503)]
    [InlineData(FaultKind.Error, 500)]
    [InlineData(FaultKind.Error, 429)]
    public async Task Passing_trouble_at_every_creation_is_waited_out_and_makes_nothing_twice(FaultKind kind, int status)
    {
        await using var stand = await DigitalOceanStand.ManagedAsync();
        stand.Faults.Add(new Fault("droplets", "create", kind) { Times = 4, Status = status, Code = "trouble" });
        stand.Faults.Add(new Fault("load_balancers", "create", kind) { Status = status, Code = "trouble" });

        var end = await ProvisionRun.MakeAsync(stand);

        Assert.True(end.Code == 0, end.Said);
        Assert.Equal([.. All, "stranger-1"], stand.Names);
        Assert.Single(stand.Cloud.Balancers.All);
    }

    [Fact]
    public async Task Lists_and_tags_that_lag_behind_make_nothing_twice()
    {
        await using var stand = await DigitalOceanStand.ManagedAsync(
            DigitalOceanStand.Quick with { ListLag = TimeSpan.FromMilliseconds(150), TagLag = TimeSpan.FromMilliseconds(600) });
        stand.Faults.Add(new Fault("droplets", "create", FaultKind.LostReply) { Times = 2 });

        var end = await ProvisionRun.MakeAsync(stand);

        Assert.True(end.Code == 0, end.Said);
        Assert.Equal([.. All, "stranger-1"], stand.Names);
    }

    [Theory]
    [InlineData("shop-green-2", "The droplet 'shop-green-2'")]
    [InlineData("shop-bluegreen", "The load balancer 'shop-bluegreen' has 'tag other' behind it, so it was not made here.")]
    public async Task What_has_our_name_and_was_not_made_here_refuses_everything_before_the_first_change(string name, string message)
    {
        await using var stand = await DigitalOceanStand.ManagedAsync();
        if (name == "shop-bluegreen")
        {
            stand.Cloud.Balancers.Add(new() { ["name"] = name, ["tag"] = "other", ["forwarding_rules"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject()) });
        }
        else
        {
            stand.Cloud.Droplets.Add(name, "env:green");
        }

        var end = await ProvisionRun.MakeAsync(stand);

        Assert.Equal((1, 0), (end.Code, stand.Writes));
        Assert.Contains(message, end.Said, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was changed.", end.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_missing_nothing_is_asked_for_that_only_making_needs()
    {
        await using var stand = await DigitalOceanStand.ManagedAsync();
        await ProvisionRun.MakeAsync(stand);
        stand.Change("setup.sh", "gone.sh");

        var end = await ProvisionRun.MakeAsync(stand);

        Assert.True(end.Code == 0, end.Said);
    }

    [Fact]
    public async Task What_is_not_as_in_the_file_any_more_is_told_all_of_it_and_left_as_it_is()
    {
        await using var stand = await DigitalOceanStand.ManagedAsync();
        await ProvisionRun.MakeAsync(stand);
        var writes = stand.Writes;
        stand.Change("s-2vcpu-4gb", "s-2vcpu-2gb");
        stand.Change("path: /health", "path: /ready");

        var end = await ProvisionRun.MakeAsync(stand);

        Assert.Equal((1, writes), (end.Code, stand.Writes));
        Assert.Contains("The droplet 'shop-blue-1' has the size 's-2vcpu-4gb', not 's-2vcpu-2gb'. It must be as in the file.", end.Said, StringComparison.Ordinal);
        Assert.Contains("has the health check 'http:8080/health every 10 s, 5 s, 5 bad, 3 good', not 'http:8080/ready", end.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_size_is_changed_one_colour_after_the_other_while_the_other_one_serves()
    {
        await using var stand = await DigitalOceanStand.ManagedAsync();
        await ProvisionRun.MakeAsync(stand);
        stand.Change("s-2vcpu-4gb", "s-2vcpu-2gb");

        await ProvisionRun.DestroyAsync(stand, Color.Green);
        var half = await ProvisionRun.MakeAsync(stand);
        Assert.Equal((1, 2), (half.Code, stand.Cloud.Droplets.All.Count(droplet => droplet.Request["size"]?.ToString() == "s-2vcpu-2gb")));
        Assert.EndsWith("Everything else is as in the file.", half.Said, StringComparison.Ordinal);

        stand.Cloud.Balancers.All[0].Tag = "env:green";
        await ProvisionRun.DestroyAsync(stand, Color.Blue);
        var whole = await ProvisionRun.MakeAsync(stand);
        Assert.True(whole.Code == 0, whole.Said);
        Assert.Equal(4, stand.Cloud.Droplets.All.Count(droplet => droplet.Request["size"]?.ToString() == "s-2vcpu-2gb"));
    }

    [Fact]
    public async Task What_the_file_does_not_have_any_more_is_shown_and_stays()
    {
        await using var stand = await DigitalOceanStand.ManagedAsync();
        await ProvisionRun.MakeAsync(stand);
        var writes = stand.Writes;
        stand.Change("each: 2", "each: 1");

        var end = await ProvisionRun.MakeAsync(stand);

        Assert.Equal((0, writes), (end.Code, stand.Writes));
        Assert.Contains("= droplet        shop-green-2    green  10 to 50 USD     not in the file any more", end.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s-2vcpu-4gb", "s-9vcpu", "'droplets.size' is 's-9vcpu', which DigitalOcean does not have")]
    [InlineData("s-2vcpu-4gb", "s-4vcpu-8gb", "which is not to be had in 'nyc3' now; it is in 'fra1'")]
    [InlineData("setup.sh", "gone.sh", "gone.sh' cannot be read")]
    public async Task What_cannot_be_made_is_told_with_the_plan(string from, string to, string message)
    {
        await using var stand = await DigitalOceanStand.ManagedAsync();
        stand.Change(from, to);

        var end = await ProvisionRun.PlanAsync(stand);

        Assert.Equal((1, 0), (end.Code, stand.Writes));
        Assert.Contains(message, end.Said, StringComparison.Ordinal);
    }
}
