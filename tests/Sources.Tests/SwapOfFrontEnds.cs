using BlueGreenServerless.Clouds.Ovh.Balancing;
using BlueGreenServerless.Configuration;
using BlueGreenServerless.EndToEnd.Tests.Stand;
using BlueGreenServerless.Providers.Registry;

namespace BlueGreenServerless.Sources.Tests;

/// <summary>
/// OVH's guide "Deploying a blue-green infrastructure": two front-ends, port 80 for production and port 8888 for development, swap their
/// farms with one refresh.
/// </summary>
public sealed class SwapOfFrontEnds
{
    private long production;
    private long development;
    private long a;
    private long b;

    [Fact]
    public void The_examples_file_has_no_fault() =>
        Assert.Empty(new ConfigurationReader(ProviderRegistry.Discover().All).Read(OvhStand.Example("ovh-front-end-swap")).Faults);

    [Fact]
    public async Task The_two_front_ends_swap_their_farms_under_load_and_swap_back()
    {
        await using var stand = await OvhStand.StartAsync(StandApp.CService, "ovh-front-end-swap", BuildAsync, "blue-1", "green-1");
        var service = ServiceOf(stand);
        Assert.Equal((a, b), (service.FarmOf(production), service.FarmOf(development)));
        await using var load = stand.Load();

        var release = await stand.RunAsync("release", await stand.PackAsync("2"));
        Assert.True(release.Code == 0, release.Output + release.Errors);
        Assert.Equal((b, a), (service.FarmOf(production), service.FarmOf(development)));
        Assert.Equal((2, 1), (stand.Cloud.Calls["loadbalancer:http/frontend/edit"], service.Refreshes));

        var back = await stand.RunAsync("rollback");
        Assert.True(back.Code == 0, back.Output + back.Errors);
        Assert.Equal((a, b), (service.FarmOf(production), service.FarmOf(development)));
        Assert.Equal((4, 2), (stand.Cloud.Calls["loadbalancer:http/frontend/edit"], service.Refreshes));
        var report = await load.StopAsync();
        Assert.True((report.Lost, report.ErrorsOfNobody) == (0, 0), $"{report} {string.Join(", ", report.LostWhy)}");
        Assert.True(report.Of("1") is { Errors: 0 } && report.Of("2") is { Errors: 0, Count: > 20 }, string.Join("\n", report.Answers));
    }

    private static IpLoadBalancer ServiceOf(OvhStand stand) => stand.Cloud.AddService("loadbalancer-abcdef0123456789");

    private async Task<IReadOnlyList<(string There, string Here)>> BuildAsync(OvhStand stand)
    {
        var service = ServiceOf(stand);
        (a, b) = (service.AddFarm("HTTP farm A", [stand.Ports["blue-1"]]), service.AddFarm("HTTP farm B", [stand.Ports["green-1"]]));
        (production, development) = (service.AddFrontend("Blue front-end", "80", a), service.AddFrontend("Green front-end", "8888", b));
        await service.PublishAsync();
        stand.UserPort = service.PortOf($"http/frontend/{production}");
        return
        [
            ("frontend: 70089", $"frontend: {production}"), ("blue: 77212", $"blue: {a}"), ("green: 77213", $"green: {b}"), ("preview: 70090", $"preview: {development}"),
            ("http://www.example.com:8888", $"http://127.0.0.1:{service.PortOf($"http/frontend/{development}")}"), ("http://www.example.com", $"http://127.0.0.1:{stand.UserPort}"),
            ("/srv/website", stand.Below("hosts")), ("blue: [http-a=10.10.1.100]\n      green: [http-b=10.10.2.100]\n", stand.Hosts()),
        ];
    }
}
