using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Ovh.Cloud;
using BlueGreenServerless.Configuration;
using BlueGreenServerless.EndToEnd.Tests.Stand;
using BlueGreenServerless.Providers.Registry;
using BlueGreenServerless.Testing.Sites;

namespace BlueGreenServerless.Sources.Tests;

/// <summary>
/// "Zero-Downtime Blue-Green Deployment Pipelines for C Applications on OVH": a Public Cloud Load Balancer, instances of which the idle ones are
/// shelved, an artifact that brings its systemd unit.
/// </summary>
public sealed class COnOvh
{
    private const string Balancer = "6ba7b810-9dad-41d1-80b4-00c04fd430c8";

    private string production = "";
    private string preview = "";
    private string blue = "";
    private string green = "";

    [Fact]
    public void The_examples_file_has_no_fault() =>
        Assert.Empty(new ConfigurationReader(ProviderRegistry.Discover().All).Read(OvhStand.Example("c-on-ovh")).Faults);

    [Fact]
    public async Task A_release_under_load_loses_no_request_and_neither_does_the_way_back()
    {
        await using var stand = await OvhStand.StartAsync(StandApp.CService, "c-on-ovh", BuildAsync, "blue-1", "blue-2", "green-1", "green-2");
        var shelved = stand.Cloud.Instances.Add("c-service-green-2", "SHELVED_OFFLOADED");
        await using var load = stand.Load();

        var release = await stand.RunAsync("release", await stand.PackAsync("2"));
        Assert.True(release.Code == 0, release.Output + release.Errors);
        Assert.Equal((green, "ACTIVE"), (PoolOf(stand, production), stand.Cloud.Instances.StatusOf(shelved)));
        Assert.Contains("ExecStart=", await File.ReadAllTextAsync(Path.Combine(stand.Site("green-1"), "c-service.service")), StringComparison.Ordinal);
        var back = await stand.RunAsync("rollback");
        Assert.True(back.Code == 0, back.Output + back.Errors);
        Assert.Equal(blue, PoolOf(stand, production));
        var report = await load.StopAsync();

        Assert.True((report.Lost, report.ErrorsOfNobody) == (0, 0), $"{report} {string.Join(", ", report.LostWhy)}");
        Assert.True(report.Of("1") is { Errors: 0 } && report.Of("2") is { Errors: 0, Count: > 20 }, string.Join("\n", report.Answers));
        Assert.Empty(stand.FilesWithSecrets());
    }

    [Fact]
    public async Task The_unit_runs_what_the_artifact_has_where_the_example_installs_it()
    {
        var unit = await File.ReadAllTextAsync(Repository.Path("examples", "c-service", "systemd", "c-service.service"));

        Assert.Contains("directory: /srv/c-service\n", await File.ReadAllTextAsync(OvhStand.Example("c-on-ovh")), StringComparison.Ordinal);
        Assert.Contains("ExecStart=/srv/c-service/current/bin/run\n", unit, StringComparison.Ordinal);
        Assert.True(File.Exists(Repository.Path("examples", "c-service", "bin", "run")));
    }

    private static string? PoolOf(OvhStand stand, string listener) => (string?)stand.Cloud.Balancer.Read($"listener/{listener}")["defaultPoolId"];

    private async Task<IReadOnlyList<(string There, string Here)>> BuildAsync(OvhStand stand)
    {
        var balancer = stand.Cloud.Balancer;
        (blue, green) = (AddPool(stand, "blue"), AddPool(stand, "green"));
        (production, preview) = (AddListener(balancer, 80, blue), AddListener(balancer, 8888, green));
        await balancer.ApplyAsync();
        stand.UserPort = balancer.PortOf(production);
        foreach (var (name, status) in new[] { ("c-service-blue-1", "ACTIVE"), ("c-service-blue-2", "ACTIVE"), ("c-service-green-1", "SHUTOFF") })
        {
            stand.Cloud.Instances.Add(name, status);
        }

        var path = await SystemdStandIn.InstallAsync(stand.Below("bin"));
        return
        [
            ("endpoint: ovh-eu ", $"endpoint: {stand.Cloud.Endpoint} "), (Balancer, balancer.Id), ("6ba7b811-9dad-41d1-80b4-00c04fd430c8", production),
            ("6ba7b812-9dad-41d1-80b4-00c04fd430c8", blue), ("6ba7b813-9dad-41d1-80b4-00c04fd430c8", green), ("6ba7b814-9dad-41d1-80b4-00c04fd430c8", preview),
            ("http://www.example.com:8888", $"http://127.0.0.1:{balancer.PortOf(preview)}"), ("directory: /srv/c-service", $"directory: {stand.Below("hosts")}"),
            ("/etc/systemd/system/c-service.service", "$BLUEGREEN_DIRECTORY/c-service.service"), ("user: deploy\n      ", ""),
            ("blue: [blue-1=192.168.1.51, blue-2=192.168.1.52]\n      green: [green-1=192.168.1.101, green-2=192.168.1.102]\n", stand.Hosts($"{{ PATH: \"{path}\" }}")),
        ];
    }

    private static string AddPool(OvhStand stand, string color)
    {
        var pool = stand.Cloud.Balancer.Add("pool", new JsonObject { ["algorithm"] = "roundRobin", ["protocol"] = "http", ["name"] = color });
        foreach (var (name, port) in stand.Ports.Where(site => site.Key.StartsWith(color, StringComparison.Ordinal)))
        {
            stand.Cloud.Balancer.Add($"pool/{pool}/member", new JsonObject { ["address"] = "127.0.0.1", ["protocolPort"] = port, ["name"] = name, ["weight"] = 1 });
        }

        stand.Cloud.Balancer.Add("healthMonitor", new JsonObject
        {
            ["poolId"] = pool, ["name"] = "health", ["monitorType"] = "http", ["delay"] = 5, ["timeout"] = 4, ["maxRetries"] = 3,
            ["httpConfiguration"] = new JsonObject { ["httpMethod"] = "GET", ["urlPath"] = "/health", ["expectedCodes"] = "200" },
        });
        return pool;
    }

    private static string AddListener(CloudBalancerDouble balancer, int port, string pool) => balancer.Add("listener", new JsonObject
    {
        ["loadbalancerId"] = balancer.Id, ["name"] = $"port {port}", ["port"] = port, ["protocol"] = "http", ["defaultPoolId"] = pool,
    });
}
