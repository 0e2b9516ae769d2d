using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Provisioning.Tests.Harness;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Provisioning.Tests.Ovh;

/// <summary>What has users, or is of somebody else, and so is neither destroyed nor joined.</summary>
public sealed class OvhServiceUsersTests
{
    [Fact]
    public async Task What_is_not_in_the_file_any_more_is_shown_and_goes_with_its_colour()
    {
        await using var stand = await OvhServiceStand.StartAsync();
        stand.Change("count: 1", "count: 2");
        await ProvisionRun.MadeAsync(Task.FromResult(stand));
        stand.Change("count: 2", "count: 1");

        var plan = await ProvisionRun.PlanAsync(stand);
        var destroyed = await ProvisionRun.DestroyAsync(stand, Color.Green);

        Assert.Contains("not in the file any more", plan.Said, StringComparison.Ordinal);
        Assert.True(destroyed.Code == 0, destroyed.Said);
        Assert.DoesNotContain("green-2", stand.There(), StringComparison.Ordinal);
        Assert.Contains("instance shop-blue-2 ACTIVE", stand.There(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_front_end_that_is_not_in_the_file_any_more_has_users_all_the_same()
    {
        await using var stand = await ProvisionRun.MadeAsync(OvhServiceStand.StartAsync());
        stand.Change("port: 80,", "port: 81,");
        var there = stand.There();

        Assert.IsType<EnvironmentInUseException>((await ProvisionRun.DestroyAsync(stand)).Failure);
        Assert.IsType<EnvironmentInUseException>((await ProvisionRun.DestroyAsync(stand, Color.Blue)).Failure);
        Assert.Equal(there, stand.There());
    }

    [Fact]
    public async Task A_machine_in_a_farm_of_somebody_else_has_its_users()
    {
        await using var stand = await ProvisionRun.MadeAsync(OvhServiceStand.StartAsync());
        var farm = stand.Service.Staged($"http/frontend/{stand.Stranger}")["defaultFarmId"]!;
        var green = (string?)stand.Find("http/farm/server", "bluegreen shop http-80 green green-1").Whole["address"];
        stand.Service.Add($"http/farm/{farm}/server", new JsonObject { ["address"] = green, ["status"] = "active" });
        await stand.Service.PublishAsync();
        var there = stand.There();

        Assert.IsType<TrafficMixedException>((await ProvisionRun.DestroyAsync(stand, Color.Green)).Failure);
        Assert.Equal(there, stand.There());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_new_machine_joins_its_farms_when_its_colour_has_no_users(bool canary)
    {
        await using var stand = await ProvisionRun.MadeAsync(canary ? OvhServiceStand.WholeAsync() : OvhServiceStand.StartAsync());
        stand.Change("count: 1", "count: 2");

        var half = await ProvisionRun.MakeAsync(stand);

        Assert.True(half.Code == 1 && half.Said.Contains("is not made now: 'blue' has users", StringComparison.Ordinal), half.Said);
        Assert.DoesNotContain("blue-2", string.Join('\n', stand.There().Split('\n').Where(line => line.StartsWith("http/", StringComparison.Ordinal))), StringComparison.Ordinal);
        Assert.Contains("green green-2", stand.There(), StringComparison.Ordinal);
        Assert.Contains("instance shop-blue-2 ACTIVE", stand.There(), StringComparison.Ordinal);
        await stand.ShiftAsync("bluegreen shop http-80 green", "bluegreen shop tcp-443 green");
        var whole = await ProvisionRun.MakeAsync(stand);
        Assert.True(whole.Code == 0, whole.Said);
        Assert.Contains("http-80 blue blue-2", stand.There(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_farm_with_a_server_of_somebody_else_is_not_deleted()
    {
        await using var stand = await ProvisionRun.MadeAsync(OvhServiceStand.StartAsync());
        var server = stand.Service.Add($"{stand.Find("http/farm", "bluegreen shop http-80 green").Path}/server", new JsonObject { ["address"] = "198.51.100.8", ["status"] = "active" });
        await stand.TakeOffTheNetAsync();

        var refused = await ProvisionRun.DestroyAsync(stand);

        Assert.Contains("which was not made here", refused.Failure!.Message, StringComparison.Ordinal);
        Assert.Contains(stand.Service.Paths, path => path.EndsWith($"/server/{server}", StringComparison.Ordinal));
    }
}
