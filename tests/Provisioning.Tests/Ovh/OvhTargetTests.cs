using BlueGreenServerless.Configuration;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Registry;
using BlueGreenServerless.Provisioning.Tests.Harness;
using BlueGreenServerless.Testing.Sites;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Provisioning.Tests.Ovh;

/// <summary>What the user writes, and what is written for the user.</summary>
public sealed class OvhTargetTests
{
    private static readonly ProviderRegistry Registry = ProviderRegistry.Discover();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_router_finds_healthy_farms_by_the_target_that_is_shown(bool service)
    {
        await using OvhAccount stand = service ? await OvhServiceStand.WholeAsync() : await OvhCloudStand.WholeAsync();
        var end = await ProvisionRun.MakeAsync(stand);
        Assert.True(end.Code == 0, end.Said);
        var head = "app: shop\nstrategy: { kind: all-at-once }\ninstall: { directory: /srv/shop }\nobserve: { probe: /health }\ntargets:";

        var read = new ConfigurationReader(Registry.All).Parse(head + end.Said.Split("targets:")[1], "bluegreen.yaml");

        Assert.Empty(read.Faults);
        var target = read.Configuration!.Targets[0];
        var ports = new ProviderPorts(Registry, TimeProvider.System, new PassingNotes());
        var state = new TargetState { Name = target.Name, Router = target.Router, Hosts = target.Hosts, Metrics = target.Router, Fleet = target.Fleet };
        var router = ports.Router(state);
        Assert.Equal(TrafficSplit.All(Color.Blue), (await router.DescribeAsync(default)).Split);
        await router.AttachAsync(Color.Green, default);
        var health = await router.HealthAsync(Color.Green, default);
        Assert.True(health.AllHealthy, $"{health}");
        Assert.Equal("green", router.Preview(Color.Green)!.Headers["X-Preview"]);
        Assert.Equal("shop.example.com", router.Preview(Color.Green)!.Base.Host);
        Assert.Null(await ports.Fleet(state)!.BringToCapacityAsync(Color.Green, default));
        // what a release has moved is as it must be for the next run
        var again = await ProvisionRun.PlanAsync(stand);
        Assert.Contains("nothing to make", again.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Releases_connect_with_the_user_of_the_file_and_else_with_that_of_the_image()
    {
        await using var stand = await OvhServiceStand.StartAsync();

        var image = await ProvisionRun.MakeAsync(stand);
        stand.Change("name: shop", "name: shop\n    user: deploy");
        var own = await ProvisionRun.MakeAsync(stand);

        Assert.Contains("user: debian\n", image.Said, StringComparison.Ordinal);
        Assert.Contains("user: deploy\n", own.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("perl-on-ovh")]
    [InlineData("c-on-ovh")]
    [InlineData("ovh-front-end-swap")]
    public void The_examples_file_has_no_fault(string example)
    {
        var plan = new EnvironmentsReader(Registry.All).Read(Path.Combine(Repository.Root, "examples", example, "environment.yaml"));

        var environment = new ProviderPorts(Registry, TimeProvider.System, new PassingNotes()).Environment(Assert.Single(plan.Environments));
        Assert.Contains(environment.Waves.SelectMany(wave => wave), part => part.Kind is "farm" or "pool");
    }

    [Theory]
    [InlineData("instances:", "addresses: { blue: [10.0.0.1], green: [10.0.0.1] }\n    instances:", "give one of them", "named twice")]
    [InlineData("previewPort: 8888", "previewPort: 80", "The port '80' is named twice")]
    [InlineData("previewPort: 8888", "previewHeader: \"X-Preview: green\", protocol: tcp", "which tcp does not have")]
    [InlineData("project: 0123456789abcdef0123456789abcdef", "", "without 'project' or 'region'")]
    public async Task Faults_of_the_options_are_told_together(string from, string to, params string[] said)
    {
        await using var stand = await OvhServiceStand.StartAsync();
        stand.Change(from, to);

        var end = await ProvisionRun.PlanAsync(stand);

        Assert.IsType<InvalidRequestException>(end.Failure);
        Assert.All(said, each => Assert.Contains(each, end.Said, StringComparison.Ordinal));
    }
}
