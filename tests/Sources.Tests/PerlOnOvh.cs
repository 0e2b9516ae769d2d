using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Ovh.Balancing;
using BlueGreenServerless.Configuration;
using BlueGreenServerless.EndToEnd.Tests.Stand;
using BlueGreenServerless.Providers.Registry;

namespace BlueGreenServerless.Sources.Tests;

/// <summary>
/// "Zero-Downtime Blue-Green Deployment Pipelines for Perl Applications on OVH": IP Load Balancing, two instances for each colour. The
/// example's own file, a double of the API, and everything else real: HAProxy, sshd, Starman, the command.
/// </summary>
public sealed class PerlOnOvh
{
    private const string Service = "loadbalancer-0123456789abcdef0123456789abcdef";

    private long frontend;
    private long blue;
    private long green;

    [Fact]
    public void The_examples_file_has_no_fault() =>
        Assert.Empty(new ConfigurationReader(ProviderRegistry.Discover().All).Read(OvhStand.Example("perl-on-ovh")).Faults);

    [Fact]
    public async Task A_canary_under_load_loses_no_request_and_neither_does_the_way_back()
    {
        await using var stand = await StartAsync();
        await using var load = stand.Load();

        var release = await stand.RunAsync("release", await stand.PackAsync("2"));
        Assert.True(release.Code == 0, release.Output + release.Errors);
        Assert.Equal(green, ServiceOf(stand).FarmOf(frontend));
        var back = await stand.RunAsync("rollback");
        Assert.True(back.Code == 0, back.Output + back.Errors);
        Assert.Equal(blue, ServiceOf(stand).FarmOf(frontend));
        var report = await load.StopAsync();

        Assert.True((report.Lost, report.ErrorsOfNobody) == (0, 0), $"{report} {string.Join(", ", report.LostWhy)}");
        Assert.True(report.Of("1") is { Errors: 0 } && report.Of("2") is { Errors: 0, Count: > 20 }, string.Join("\n", report.Answers));
        Assert.Empty(stand.FilesWithSecrets());
        Assert.False(stand.Tells(release) || stand.Tells(back), "a secret was printed");
    }

    [Fact]
    public async Task Another_persons_pending_change_stops_a_release_before_anything_changes()
    {
        await using var stand = await StartAsync();
        ServiceOf(stand).Set($"http/farm/{blue}", "displayName", "half done");

        var end = await stand.RunAsync("release", await stand.PackAsync("2"));

        Assert.True(end.Code != 0 && end.Output.Contains("Others have staged changes", StringComparison.Ordinal), end.Output + end.Errors);
        Assert.Equal((blue, 0), (ServiceOf(stand).FarmOf(frontend), ServiceOf(stand).Refreshes));
    }

    private static IpLoadBalancer ServiceOf(OvhStand stand) => stand.Cloud.AddService(Service);

    private Task<OvhStand> StartAsync() => OvhStand.StartAsync(StandApp.PerlShop, "perl-on-ovh", BuildAsync, "blue-1", "blue-2", "green-1", "green-2");

    private async Task<IReadOnlyList<(string There, string Here)>> BuildAsync(OvhStand stand)
    {
        var service = ServiceOf(stand);
        int[] Of(string color) => [.. stand.Ports.Where(site => site.Key.StartsWith(color, StringComparison.Ordinal)).Select(site => site.Value)];
        (blue, green) = (service.AddFarm("app_blue", Of("blue")), service.AddFarm("app_green", Of("green")));
        var both = service.AddFarm("both", [.. Of("blue"), .. Of("green")]);
        frontend = service.AddFrontend("http_frontend", "80", blue);
        var route = service.Add("http/route", new JsonObject { ["frontendId"] = frontend, ["weight"] = 1, ["action"] = new JsonObject { ["type"] = "farm", ["target"] = $"{green}" } });
        service.Add($"http/route/{route}/rule", new JsonObject { ["field"] = "header", ["subField"] = "X-Preview", ["match"] = "is", ["pattern"] = "green" });
        await service.PublishAsync();
        stand.UserPort = service.PortOf($"http/frontend/{frontend}");
        return
        [
            ("endpoint: ovh-eu ", $"endpoint: {stand.Cloud.Endpoint} "), ("70089", $"{frontend}"), ("77212", $"{blue}"), ("77213", $"{green}"), ("77214", $"{both}"), ("80001", $"{route}"),
            ("http://shop.example.com", $"http://127.0.0.1:{stand.UserPort}"), ("/var/www/myapp", stand.Below("hosts")), ("user: deploy\n      ", ""),
            ("blue: [blue-1=10.0.0.1, blue-2=10.0.0.2]\n      green: [green-1=10.0.0.3, green-2=10.0.0.4]\n", stand.Hosts()),
        ];
    }
}
