using System.Text.Json.Nodes;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.DigitalOcean.Router;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Tests.DigitalOcean;

/// <summary>What a managed load balancer is not asked to do, and how that is told.</summary>
public sealed class ManagedBalancerRefusalsTests
{
    [Fact]
    public async Task A_canary_is_refused_with_the_way_out()
    {
        await using var sites = await ManagedSites.StartAsync();

        var refused = await Assert.ThrowsAsync<NotSupportedByTargetException>(() => sites.Router.ShiftAsync(TrafficSplit.Toward(Color.Green, 25), default));

        Assert.False(sites.Router.Abilities.Weights);
        Assert.Contains("all-at-once", sites.Router.Abilities.Says, StringComparison.Ordinal);
        Assert.Contains("'digitalocean-droplets'", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, sites.Writes);
    }

    [Fact]
    public async Task Something_else_behind_it_is_refused()
    {
        await using var sites = await ManagedSites.StartAsync();
        sites.Balancer.Tag = "staging";

        var refused = await Assert.ThrowsAsync<ProviderRefusedException>(() => sites.Router.DescribeAsync(default));

        Assert.Contains("has 'tag staging' behind it. Allowed is the tag 'env:blue' or 'env:green'", refused.Message, StringComparison.Ordinal);
        sites.Balancer.Tag = "";
        Assert.Contains("'by' is 'tag'", (await Assert.ThrowsAsync<ProviderRefusedException>(() => sites.Router.DescribeAsync(default))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Droplets_of_both_colours_behind_it_are_a_divided_traffic()
    {
        await using var sites = await ManagedSites.StartAsync(BackendChoice.Droplets);
        sites.Balancer.Ids = [sites.BlueDroplet.Id, sites.GreenDroplet.Id];

        Assert.Equal(TrafficSplit.Toward(Color.Green, 50), (await sites.Router.DescribeAsync(default)).Split);
    }

    [Fact]
    public async Task A_colour_without_active_droplets_or_with_too_many_to_name_is_refused()
    {
        await using var sites = await ManagedSites.StartAsync(BackendChoice.Droplets);
        sites.GreenDroplet.Status = "off";
        Assert.Contains("on '0' active droplets", (await Assert.ThrowsAsync<ProviderRefusedException>(() => sites.Router.AttachAsync(Color.Green, default))).Message, StringComparison.Ordinal);
        for (var number = 1; number <= 11; number++)
        {
            sites.World.Cloud.Droplets.Add($"more-{number}", DigitalOceanWorld.Green);
        }

        Assert.Contains("at most 10", (await Assert.ThrowsAsync<ProviderRefusedException>(() => sites.Router.ShiftAsync(TrafficSplit.All(Color.Green), default))).Message, StringComparison.Ordinal);
        Assert.Equal(0, sites.Writes);
    }

    [Fact]
    public async Task A_droplet_of_both_colours_is_refused_before_anything_is_installed()
    {
        await using var sites = await ManagedSites.StartAsync();
        sites.World.Cloud.Droplets.Add("both", DigitalOceanWorld.Blue, DigitalOceanWorld.Green);

        var refused = await Assert.ThrowsAsync<InvalidRequestException>(() => sites.Router.AttachAsync(Color.Green, default));

        Assert.Contains("has both tags, 'env:blue' and 'env:green'", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody", "'0' load balancers")]
    [InlineData("twin", "'2' load balancers")]
    public async Task A_name_must_mean_one_load_balancer(string name, string expected)
    {
        await using var sites = await ManagedSites.StartAsync();
        foreach (var port in (int[])[8081, 8082])
        {
            sites.World.Cloud.Balancers.Add(new JsonObject { ["name"] = "twin", ["forwarding_rules"] = new JsonArray(new JsonObject { ["entry_port"] = port }) });
        }

        var router = new ManagedBalancerRouter(sites.Options with { LoadBalancer = name }, sites.World.Account);

        Assert.Contains(expected, (await Assert.ThrowsAsync<ProviderRefusedException>(() => router.DescribeAsync(default))).Message, StringComparison.Ordinal);
        var byId = new ManagedBalancerRouter(sites.Options with { LoadBalancer = sites.Balancer.Id }, sites.World.Account);
        Assert.Equal(TrafficSplit.All(Color.Blue), (await byId.DescribeAsync(default)).Split);
    }
}
