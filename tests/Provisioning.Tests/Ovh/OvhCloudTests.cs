using BlueGreenServerless.Failures;
using BlueGreenServerless.Provisioning.Tests.Harness;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Provisioning.Tests.Ovh;

/// <summary>Environments of a Public Cloud Load Balancer, whose changes go live by themselves, one after the other.</summary>
public sealed class OvhCloudTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_second_run_changes_nothing(bool whole)
    {
        await using var stand = await (whole ? OvhCloudStand.WholeAsync() : OvhCloudStand.StartAsync());
        var plan = await ProvisionRun.PlanAsync(stand);
        Assert.True(plan.Code == 0 && stand.Writes == 0, plan.Said);
        var first = await ProvisionRun.MakeAsync(stand);
        Assert.True(first.Code == 0, first.Said);
        var (writes, there) = (stand.Writes, stand.There());

        var second = await ProvisionRun.MakeAsync(stand);

        Assert.True(second.Code == 0, second.Said);
        Assert.Equal((writes, there), (stand.Writes, stand.There()));
        Assert.Contains("50 to 200 EUR more a month", plan.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_as_the_source_document_has_it()
    {
        await using var stand = await ProvisionRun.MadeAsync(OvhCloudStand.WholeAsync());

        var (blue, listener) = (stand.Find("pool", "bluegreen shop http-80 blue"), stand.Find("listener", "bluegreen shop http-80"));
        Assert.Equal((string?)blue["id"], (string?)listener["defaultPoolId"]);
        var monitor = stand.Find("healthMonitor", "bluegreen shop http-80 blue");
        Assert.Equal(("http", "/healthcheck", "200"), ((string?)monitor["monitorType"], (string?)monitor["httpConfiguration"]!["urlPath"], (string?)monitor["httpConfiguration"]!["expectedCodes"]));
        Assert.Equal("tcp", (string?)stand.Find("healthMonitor", "bluegreen shop tcp-443 green")["monitorType"]);
        var member = stand.Balancer.Read(stand.Balancer.All.Single(path => path.StartsWith($"pool/{blue["id"]}/member/", StringComparison.Ordinal)));
        Assert.StartsWith("10.0.0.", (string?)member["address"], StringComparison.Ordinal);
        Assert.Equal(2, stand.Balancer.All.Count(path => path.StartsWith($"pool/{stand.Find("pool", "bluegreen shop http-80 canary")["id"]}/member/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_colour_that_is_live_is_not_destroyed_and_the_idle_one_is()
    {
        await using var stand = await ProvisionRun.MadeAsync(OvhCloudStand.WholeAsync());
        var there = stand.There();
        Assert.IsType<EnvironmentInUseException>((await ProvisionRun.DestroyAsync(stand)).Failure);
        Assert.IsType<EnvironmentInUseException>((await ProvisionRun.DestroyAsync(stand, Color.Blue)).Failure);
        Assert.Equal(there, stand.There());

        var destroyed = await ProvisionRun.DestroyAsync(stand, Color.Green);

        Assert.True(destroyed.Code == 0, destroyed.Said);
        Assert.True(!stand.There().Contains("green-1", StringComparison.Ordinal) && stand.There().Contains("instance shop-blue-1 ACTIVE", StringComparison.Ordinal), stand.There());
        var again = await ProvisionRun.MakeAsync(stand);
        Assert.True(again.Code == 0, again.Said);
        Assert.Equal(there, stand.There());
    }

    [Fact]
    public async Task Listeners_that_disagree_are_a_mixed_traffic()
    {
        await using var stand = await ProvisionRun.MadeAsync(OvhCloudStand.WholeAsync());
        await Eventually.HoldsAsync(() => Shifts(stand));

        Assert.IsType<TrafficMixedException>((await ProvisionRun.DestroyAsync(stand, Color.Green)).Failure);
    }

    [Fact]
    public async Task A_listener_that_is_not_in_the_file_any_more_has_users_all_the_same()
    {
        await using var stand = await ProvisionRun.MadeAsync(OvhCloudStand.StartAsync());
        stand.Change("port: 80,", "port: 81,");
        var there = stand.There();

        Assert.IsType<EnvironmentInUseException>((await ProvisionRun.DestroyAsync(stand)).Failure);
        Assert.IsType<EnvironmentInUseException>((await ProvisionRun.DestroyAsync(stand, Color.Blue)).Failure);
        Assert.Equal(there, stand.There());
    }

    [Fact]
    public async Task A_machine_in_a_pool_of_somebody_else_has_its_users()
    {
        await using var stand = await ProvisionRun.MadeAsync(OvhCloudStand.WholeAsync());
        var pool = (string)stand.Balancer.Read($"listener/{stand.Stranger}")["defaultPoolId"]!;
        var green = (string?)Members(stand, "bluegreen shop http-80 green").Single()["address"];
        stand.Balancer.Add($"pool/{pool}/member", new System.Text.Json.Nodes.JsonObject { ["name"] = "theirs", ["address"] = green, ["protocolPort"] = 80, ["weight"] = 1 });

        Assert.IsType<TrafficMixedException>((await ProvisionRun.DestroyAsync(stand, Color.Green)).Failure);
    }

    [Fact]
    public async Task A_new_machine_joins_its_pools_when_its_colour_has_no_users()
    {
        await using var stand = await ProvisionRun.MadeAsync(OvhCloudStand.StartAsync());
        stand.Change("count: 1", "count: 2");

        var half = await ProvisionRun.MakeAsync(stand);

        Assert.True(half.Code == 1 && half.Said.Contains("is not made now: 'blue' has users", StringComparison.Ordinal), half.Said);
        Assert.Contains("instance shop-blue-2 ACTIVE", stand.There(), StringComparison.Ordinal);
        Assert.DoesNotContain("blue blue-2", stand.There(), StringComparison.Ordinal);
        Assert.Contains("green green-2", stand.There(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_of_it_is_destroyed_when_nothing_is_live_and_nothing_else_is()
    {
        await using var stand = await OvhCloudStand.StartAsync();
        var before = stand.There();
        await ProvisionRun.MadeAsync(Task.FromResult(stand));
        stand.Shut();

        var destroyed = await ProvisionRun.DestroyAsync(stand);

        Assert.True(destroyed.Code == 0, destroyed.Said);
        Assert.Equal(before, stand.There());
    }

    [Theory]
    [InlineData("previewPort: 8888", "previewPort: 9000", "has the port '9000'")]
    [InlineData("flavor: b3-8", "flavor: b3-9", "has no flavor 'b3-9'")]
    [InlineData(", previewPort: 8888", "", "has neither 'previewPort' nor 'previewHeader'")]
    public async Task What_stands_in_the_way_is_told_before_anything_is_changed(string from, string to, string said)
    {
        await using var stand = await OvhCloudStand.StartAsync();
        stand.OnTheOther();
        stand.Change(from, to);

        var refused = await ProvisionRun.MakeAsync(stand);

        Assert.True(refused.Code != 0 && refused.Said.Contains(said, StringComparison.Ordinal), refused.Said);
        Assert.Equal(0, stand.Writes);
    }

    [Fact]
    public async Task A_public_address_needs_a_gateway_and_one_is_made()
    {
        await using var stand = await OvhCloudStand.StartAsync();
        stand.Change("newLoadBalancer: {", "newLoadBalancer: { public: true,");

        var end = await ProvisionRun.MakeAsync(stand);

        Assert.True(end.Code == 0, end.Said);
        Assert.Contains("previewAddress: http://198.51.100.", end.Said, StringComparison.Ordinal);
    }

    private static IEnumerable<System.Text.Json.Nodes.JsonObject> Members(OvhCloudStand stand, string pool) =>
        stand.Balancer.All.Where(path => path.StartsWith($"pool/{stand.Find("pool", pool)["id"]}/member/", StringComparison.Ordinal)).Select(stand.Balancer.Read);

    private static bool Shifts(OvhCloudStand stand)
    {
        try
        {
            stand.Shift("bluegreen shop http-80 green");
            return true;
        }
        catch (BlueGreenServerless.Clouds.Ovh.Answers.OvhException)
        {
            return false;
        }
    }
}
