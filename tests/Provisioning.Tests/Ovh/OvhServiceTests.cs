using BlueGreenServerless.Clouds.Aws.Faults;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Provisioning.Tests.Harness;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Provisioning.Tests.Ovh;

/// <summary>Environments of IP Load Balancing, whose changes are staged and published together.</summary>
public sealed class OvhServiceTests
{
    [Fact]
    public async Task The_second_run_changes_nothing()
    {
        await using var stand = await OvhServiceStand.WholeAsync();
        var plan = await ProvisionRun.PlanAsync(stand);
        Assert.True(plan.Code == 0 && stand.Writes == 0, plan.Said);
        var first = await ProvisionRun.MakeAsync(stand);
        Assert.True(first.Code == 0, first.Said);
        var (writes, there) = (stand.Writes, stand.There());

        var second = await ProvisionRun.MakeAsync(stand);

        Assert.True(second.Code == 0, second.Said);
        Assert.Equal((writes, there, 0), (stand.Writes, stand.There(), stand.Pending));
        // 0.0512 EUR an hour, twice, and 730 hours
        Assert.Contains("50 to 200 EUR more a month", plan.Said, StringComparison.Ordinal);
        Assert.Contains("nothing to make", second.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_as_the_source_documents_have_it()
    {
        await using var stand = await OvhServiceStand.WholeAsync();

        await ProvisionRun.MakeAsync(stand);

        var (farm, whole) = stand.Find("http/farm", "bluegreen shop http-80 blue");
        Assert.Equal("""{"type":"http","method":"GET","url":"/healthcheck","match":"status","pattern":"200","interval":60}""", whole["probe"]!.ToJsonString());
        var server = stand.Find("http/farm/server", "bluegreen shop http-80 blue blue-1");
        Assert.StartsWith(farm, server.Path, StringComparison.Ordinal);
        Assert.Equal((8080, true, "active", 1), ((int)server.Whole["port"]!, (bool)server.Whole["probe"]!, (string?)server.Whole["status"], (int)server.Whole["weight"]!));
        Assert.Equal(whole["farmId"]!.ToJsonString(), stand.Find("http/frontend", "bluegreen shop http-80").Whole["defaultFarmId"]!.ToJsonString());
        Assert.Equal(stand.Find("tcp/farm", "bluegreen shop tcp-443 green").Whole["farmId"]!.ToJsonString(), stand.Find("tcp/frontend", "bluegreen shop tcp-443 preview").Whole["defaultFarmId"]!.ToJsonString());
        Assert.Equal("22222222-0000-4000-8000-000000000002", (string?)stand.Cloud.Instances.All.Single(instance => (string?)instance["name"] == "shop-blue-1")["imageId"]);
    }

    [Fact]
    public async Task A_colour_that_is_live_is_not_destroyed()
    {
        await using var stand = await ProvisionRun.MadeAsync(OvhServiceStand.StartAsync());
        var (writes, there) = (stand.Writes, stand.There());

        var all = await ProvisionRun.DestroyAsync(stand);
        var blue = await ProvisionRun.DestroyAsync(stand, Color.Blue);

        Assert.IsType<EnvironmentInUseException>(all.Failure);
        Assert.IsType<EnvironmentInUseException>(blue.Failure);
        Assert.Equal((writes, there), (stand.Writes, stand.There()));
        await stand.ShiftAsync("bluegreen shop http-80 green");
        Assert.IsType<EnvironmentInUseException>((await ProvisionRun.DestroyAsync(stand, Color.Green)).Failure);
    }

    [Fact]
    public async Task The_idle_colour_is_destroyed_and_made_again()
    {
        await using var stand = await ProvisionRun.MadeAsync(OvhServiceStand.WholeAsync());
        var there = stand.There();
        var published = 0;
        stand.Cloud.Recorder = exchange => published = exchange.Operation == "instance/delete" ? stand.Pending : published;

        var destroyed = await ProvisionRun.DestroyAsync(stand, Color.Green);

        Assert.True(destroyed.Code == 0, destroyed.Said);
        Assert.True(published == 0 && !stand.There().Contains("green-1", StringComparison.Ordinal) && stand.There().Contains("instance shop-blue-1 ACTIVE", StringComparison.Ordinal), stand.There());
        var again = await ProvisionRun.MakeAsync(stand);
        Assert.True(again.Code == 0, again.Said);
        Assert.Equal(there, stand.There());
    }

    [Fact]
    public async Task All_of_it_is_destroyed_when_nothing_is_live_and_nothing_else_is()
    {
        await using var stand = await OvhServiceStand.WholeAsync();
        var before = stand.There();
        await ProvisionRun.MadeAsync(Task.FromResult(stand));
        await stand.TakeOffTheNetAsync();

        var destroyed = await ProvisionRun.DestroyAsync(stand);

        Assert.True(destroyed.Code == 0, destroyed.Said);
        Assert.Equal(before, stand.There());
    }

    [Fact]
    public async Task What_others_have_staged_is_not_published_unasked()
    {
        await using var stand = await OvhServiceStand.StartAsync();
        stand.Service.Set($"http/frontend/{stand.Stranger}", "displayName", "renamed by somebody");

        var refused = await ProvisionRun.MakeAsync(stand);

        Assert.IsType<ProviderRefusedException>(refused.Failure);
        Assert.Equal((0, "of somebody else"), (stand.Writes, (string?)stand.Service.Live($"http/frontend/{stand.Stranger}")!["displayName"]));
        stand.Change("name: shop", "name: shop\n    pending: publish");
        var taken = await ProvisionRun.MakeAsync(stand);
        Assert.True(taken.Code == 0, taken.Said);
        Assert.Equal("renamed by somebody", (string?)stand.Service.Live($"http/frontend/{stand.Stranger}")!["displayName"]);
    }

    [Fact]
    public async Task What_was_staged_and_not_published_is_published_by_the_next_run()
    {
        await using var stand = await OvhServiceStand.WholeAsync();
        stand.Cloud.Faults.Deny("loadbalancer", "refresh");
        var cut = await ProvisionRun.MakeAsync(stand);
        Assert.True(cut.Failure is ProviderRefusedException && stand.Pending > 0, cut.Said);
        stand.Cloud.Faults.Allow("loadbalancer", "refresh");
        var creations = Creations(stand);

        var again = await ProvisionRun.MakeAsync(stand);

        Assert.True(again.Code == 0, again.Said);
        Assert.Equal((creations, 0), (Creations(stand), stand.Pending));
    }

    [Fact]
    public async Task What_somebody_has_published_for_us_is_not_taken_for_ours_again()
    {
        await using var stand = await OvhServiceStand.StartAsync();
        stand.Cloud.Faults.Deny("loadbalancer", "refresh");
        await ProvisionRun.MakeAsync(stand);
        stand.Cloud.Faults.Allow("loadbalancer", "refresh");
        Assert.Equal("done", (string?)stand.Service.RefreshByHand()["status"]);
        stand.Service.Set($"http/frontend/{stand.Stranger}", "displayName", "renamed by somebody");

        var refused = await ProvisionRun.MakeAsync(stand);

        Assert.IsType<ProviderRefusedException>(refused.Failure);
        Assert.Equal("of somebody else", (string?)stand.Service.Live($"http/frontend/{stand.Stranger}")!["displayName"]);
    }

    [Fact]
    public async Task What_a_release_has_staged_is_not_published_and_either_colour_may_be_live()
    {
        await using var stand = await ProvisionRun.MadeAsync(OvhServiceStand.StartAsync());
        var (path, front) = stand.Find("http/frontend", "bluegreen shop http-80");
        stand.Service.Set(path, "defaultFarmId", (long)stand.Find("http/farm", "bluegreen shop http-80 green").Whole["farmId"]!);
        var ledger = Directory.GetDirectories(stand.Folder, "ovh", SearchOption.AllDirectories).Single();
        await File.WriteAllTextAsync(Path.Combine(ledger, stand.Service.Name + ".json"), $$"""{ "before": { "{{path}}": {{front["defaultFarmId"]}} }, "lastRefresh": {{stand.Service.Refreshes + 4999}} }""");
        var writes = stand.Writes;

        Assert.IsType<TrafficMixedException>((await ProvisionRun.DestroyAsync(stand, Color.Blue)).Failure);
        Assert.IsType<TrafficMixedException>((await ProvisionRun.DestroyAsync(stand, Color.Green)).Failure);
        var refused = await ProvisionRun.MakeAsync(stand);

        Assert.Contains("A release has staged changes", refused.Said, StringComparison.Ordinal);
        Assert.Equal(writes, stand.Writes);
    }

    [Theory]
    [InlineData("error")]
    [InlineData("cancelled")]
    public async Task A_refresh_that_does_not_end_well_is_told_and_the_next_run_publishes(string end)
    {
        await using var stand = await OvhServiceStand.StartAsync();
        stand.Service.EndNext(end);

        var failed = await ProvisionRun.MakeAsync(stand);
        var again = await ProvisionRun.MakeAsync(stand);

        Assert.Contains($"is '{end}'", failed.Failure!.Message, StringComparison.Ordinal);
        Assert.True(again.Code == 0 && stand.Pending == 0, again.Said);
        Assert.NotNull(stand.Service.Live(stand.Find("http/frontend", "bluegreen shop http-80").Path));
    }

    [Fact]
    public async Task An_instance_that_ends_in_error_is_told_and_made_again_after_its_colour_was_destroyed()
    {
        await using var stand = await OvhServiceStand.StartAsync();
        stand.Cloud.Instances.EndNext("ERROR");

        var failed = await ProvisionRun.MakeAsync(stand);

        Assert.Contains("is in 'ERROR'", failed.Failure!.Message, StringComparison.Ordinal);
        Assert.Equal(0, (await ProvisionRun.DestroyAsync(stand, Color.Blue)).Code);
        var again = await ProvisionRun.MakeAsync(stand);
        Assert.True(again.Code == 0, again.Said);
    }

    [Theory]
    [InlineData("previewPort: 8888", "previewPort: 8085", "has the port '8080-8090,9000'")]
    [InlineData("image: Debian 12", "image: Debian 1", "has no image 'Debian 1'")]
    [InlineData("name: shop", "name: shop\n    zone: sbg", "not in the zone 'sbg'")]
    public async Task What_stands_in_the_way_is_told_before_anything_is_changed(string from, string to, string said)
    {
        await using var stand = await OvhServiceStand.StartAsync();
        stand.Change(from, to);

        var refused = await ProvisionRun.MakeAsync(stand);

        Assert.True(refused.Code != 0 && refused.Said.Contains(said, StringComparison.Ordinal), refused.Said);
        Assert.Equal(0, stand.Writes);
    }

    [Fact]
    public async Task An_instance_with_another_flavor_is_left_as_it_is()
    {
        await using var stand = await ProvisionRun.MadeAsync(OvhServiceStand.StartAsync());
        stand.Change("flavor: b3-8", "flavor: c3-16");
        var writes = stand.Writes;

        var refused = await ProvisionRun.MakeAsync(stand);

        Assert.Contains("By the file it must be 'c3-16'", refused.Failure!.Message, StringComparison.Ordinal);
        Assert.Equal(writes, stand.Writes);
    }

    [Fact]
    public async Task The_guides_dedicated_servers_are_put_behind_two_front_ends_and_stay()
    {
        await using var stand = await OvhServiceStand.GuideAsync();
        var end = await ProvisionRun.MakeAsync(stand);
        Assert.True(end.Code == 0, end.Said);

        Assert.Equal("10.10.2.100", (string?)stand.Find("http/farm/server", "bluegreen shop http-80 green green-1").Whole["address"]);
        Assert.DoesNotContain(stand.Cloud.Calls.Keys, call => call.StartsWith("cloud:instance/", StringComparison.Ordinal));
        Assert.Contains("blue-1=10.10.1.100", end.Said, StringComparison.Ordinal);
        await stand.TakeOffTheNetAsync();
        Assert.Equal(0, (await ProvisionRun.DestroyAsync(stand)).Code);
        Assert.DoesNotContain("bluegreen", stand.There(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task User_data_and_keys_are_in_no_output_and_in_no_file_of_ours()
    {
        await using var stand = await OvhServiceStand.StartAsync();
        stand.Cloud.Faults.Add(new Fault("cloud", "instance/create", FaultKind.Error) { Status = 400, Message = $"bad user data {OvhAccount.UserData} for {stand.Cloud.Options.ConsumerKey}" });

        var failed = await ProvisionRun.MakeAsync(stand);
        var made = await ProvisionRun.MakeAsync(stand);

        var files = Directory.GetFiles(Path.Combine(stand.Folder, ".bluegreen"), "*", SearchOption.AllDirectories).Select(File.ReadAllText);
        Assert.True(failed.Code != 0 && made.Code == 0, made.Said);
        Assert.DoesNotContain(files.Append(failed.Said).Append(made.Said), text => text.Contains(stand.Cloud.Options.ConsumerKey, StringComparison.Ordinal)
            || text.Contains(stand.Cloud.Options.ApplicationSecret, StringComparison.Ordinal));
        Assert.Equal(OvhAccount.UserData.TrimEnd(), ((string)stand.Cloud.Instances.All.First(instance => instance["userData"] is not null)["userData"]!).TrimEnd());
        Assert.DoesNotContain("the-password-of-the-database", made.Said, StringComparison.Ordinal);
    }

    private static int Creations(OvhServiceStand stand) => stand.Cloud.Calls.Where(call => call.Key.EndsWith("/create", StringComparison.Ordinal)).Sum(call => call.Value);
}
