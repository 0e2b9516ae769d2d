using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.DigitalOcean;
using BlueGreenServerless.Configuration;
using BlueGreenServerless.Providers.Registry;
using BlueGreenServerless.Testing.Cli;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.Sources.Tests;

/// <summary>
/// "Zero-Downtime Blue-Green Deployment Pipelines for Perl Applications on DigitalOcean": tags, HAProxy on a droplet, a host header for
/// green. The example's own file, a double of the API, and everything else real: HAProxy, sshd, Starman, the command.
/// </summary>
public sealed class PerlOnDigitalOcean
{
    [Fact]
    public void The_examples_file_has_no_fault() =>
        Assert.Empty(new ConfigurationReader(ProviderRegistry.Discover().All).Read(DigitalOceanStand.ExampleFile).Faults);

    [Fact]
    public void A_fault_inside_the_balancer_is_told_with_its_line()
    {
        using var folder = new TemporaryDirectory();
        File.WriteAllText(folder.Below("bluegreen.yaml"), File.ReadAllText(DigitalOceanStand.ExampleFile).Replace("\"*:80\"", "\"nowhere\"", StringComparison.Ordinal));

        var fault = Assert.Single(new ConfigurationReader(ProviderRegistry.Discover().All).Read(folder.Below("bluegreen.yaml")).Faults).ToString();

        Assert.Contains("'targets[0].router' cannot be used", fault, StringComparison.Ordinal);
        Assert.Contains("'binds' is 'nowhere'", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_canary_on_a_managed_load_balancer_is_refused_before_anything_changes_with_the_way_out()
    {
        await using var cloud = await DigitalOceanDouble.StartAsync();
        using var folder = new TemporaryDirectory();
        cloud.Droplets.Add("blue-1", "env:blue");
        cloud.Droplets.Add("green-1", "env:green");
        var balancer = cloud.Balancers.Add(new JsonObject { ["name"] = "shop", ["tag"] = "env:blue", ["forwarding_rules"] = new JsonArray(new JsonObject { ["target_port"] = 8080 }) });
        File.WriteAllText(folder.Below("token"), cloud.Options.Tokens[0]);
        var (head, here) = (File.ReadAllText(DigitalOceanStand.ExampleFile).Split("targets:")[0], $"api: {cloud.Url.AbsoluteUri.TrimEnd('/')}, token: file:{folder.Below("token")}");
        File.WriteAllText(folder.Below("bluegreen.yaml"), head + $$"""
            targets:
              - name: shop
                router: { provider: digitalocean, loadBalancer: shop, blue: env:blue, green: env:green, {{here}} }
                hosts: { provider: digitalocean, blue: env:blue, green: env:green, through: { provider: ssh }, {{here}} }

            """);

        var end = await Bluegreen.RunAsync(folder.Path, "plan");

        Assert.True(end.Code == 1 && end.Output.Contains("it cannot divide traffic, but the strategy asks for 'Canary'. DigitalOcean's managed load balancers", StringComparison.Ordinal), end.Output + end.Errors);
        Assert.Equal(0, balancer.Changes);
    }

    [Fact]
    public async Task A_release_under_load_loses_no_request_and_neither_does_the_way_back()
    {
        await using var stand = await DigitalOceanStand.StartAsync();
        await using var load = stand.Load();

        var release = await stand.RunAsync("release", await stand.PackAsync("2"));
        Assert.True(release.Code == 0, release.Output + release.Errors);
        Assert.Equal(100, await stand.GreenPercentAsync());
        var back = await stand.RunAsync("rollback");
        Assert.True(back.Code == 0, back.Output + back.Errors);
        Assert.Equal(0, await stand.GreenPercentAsync());
        var report = await load.StopAsync();

        Assert.True((report.Lost, report.ErrorsOfNobody) == (0, 0), $"{report} {string.Join(", ", report.LostWhy)}");
        Assert.True(report.Of("1") is { Errors: 0 } && report.Of("2") is { Errors: 0, Count: > 20 }, string.Join("\n", report.Answers));
        Assert.Empty(stand.FilesWithTheToken());
        Assert.DoesNotContain(stand.Token, release.Output + release.Errors + back.Output + back.Errors, StringComparison.Ordinal);
    }
}
