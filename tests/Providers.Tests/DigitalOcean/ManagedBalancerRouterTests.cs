using System.Net;
using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.Aws.Faults;
using BlueGreenServerless.Clouds.DigitalOcean;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Load;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.DigitalOcean.Router;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Tests.DigitalOcean;

public sealed class ManagedBalancerRouterTests
{
    [Theory]
    [InlineData(BackendChoice.Tag)]
    [InlineData(BackendChoice.Droplets)]
    public async Task A_shift_changes_what_is_behind_it_with_one_write_and_loses_no_field(BackendChoice by)
    {
        await using var sites = await ManagedSites.StartAsync(by);
        var others = sites.Others();
        Assert.Equal(TrafficSplit.All(Color.Blue), (await sites.Router.DescribeAsync(default)).Split);

        var shifted = await sites.Router.ShiftAsync(TrafficSplit.All(Color.Green), default);
        await sites.Router.ShiftAsync(TrafficSplit.All(Color.Green), default);

        Assert.Equal((TrafficSplit.All(Color.Green), 1), (shifted.Split, sites.Writes));
        Assert.Equal(["shop-green-1"], sites.Behind);
        Assert.True(JsonNode.DeepEquals(others, sites.Others()), $"before {others}\nafter {sites.Others()}");
    }

    [Fact]
    public async Task Nothing_of_the_object_was_at_its_default_so_nothing_could_be_lost_unseen()
    {
        await using var sites = await ManagedSites.StartAsync();
        var plain = sites.World.Cloud.Balancers.Add(new JsonObject { ["name"] = "plain", ["forwarding_rules"] = new JsonArray(new JsonObject { ["entry_port"] = 8081 }) });

        var (full, defaults) = (sites.Others(), sites.World.Cloud.Balancers.Read(plain));

        string[] same = ["ipv6", "status", "created_at", "region", "type", "network", "enable_proxy_protocol"];
        Assert.Equal(same.Order(), full.Where(field => JsonNode.DeepEquals(field.Value, defaults[field.Key])).Select(field => field.Key).Order());
    }

    [Theory]
    [InlineData(BackendChoice.Tag)]
    [InlineData(BackendChoice.Droplets)]
    public async Task A_snapshot_is_put_back_and_what_somebody_else_changed_meanwhile_stays(BackendChoice by)
    {
        await using var sites = await ManagedSites.StartAsync(by);
        var snapshot = (await sites.Router.DescribeAsync(default)).Snapshot;
        await sites.Router.ShiftAsync(TrafficSplit.All(Color.Green), default);
        sites.Balancer.Settings["http_idle_timeout_seconds"] = 120;

        var restored = await sites.Router.RestoreAsync(snapshot, default);

        Assert.Equal(TrafficSplit.All(Color.Blue), restored.Split);
        Assert.Equal(120, (int)sites.Others()["http_idle_timeout_seconds"]!);
        Assert.Equal(["shop-blue-1"], sites.Behind);
    }

    [Fact]
    public async Task A_destroyed_droplet_does_not_keep_the_others_of_a_snapshot_out()
    {
        await using var sites = await ManagedSites.StartAsync(BackendChoice.Droplets);
        var second = sites.World.Cloud.Droplets.Add("shop-blue-2", DigitalOceanWorld.Blue);
        await sites.Router.ShiftAsync(TrafficSplit.All(Color.Blue), default);
        var snapshot = (await sites.Router.DescribeAsync(default)).Snapshot;
        await sites.Router.ShiftAsync(TrafficSplit.All(Color.Green), default);
        sites.World.Cloud.Droplets.Delete(second);
        await sites.World.Account.Droplets.ReadAsync(DigitalOceanWorld.Blue, default);

        await sites.Router.RestoreAsync(snapshot, default);

        Assert.Equal(["shop-blue-1"], sites.Behind);
    }

    [Fact]
    public async Task A_busy_load_balancer_is_waited_for()
    {
        await using var sites = await ManagedSites.StartAsync(options: new DigitalOceanDoubleOptions { Busy = TimeSpan.FromSeconds(1) });
        await sites.Router.ShiftAsync(TrafficSplit.All(Color.Green), default);

        var back = await sites.Router.ShiftAsync(TrafficSplit.All(Color.Blue), default);

        Assert.Equal((TrafficSplit.All(Color.Blue), 2), (back.Split, sites.Balancer.Changes));
        Assert.True(sites.Writes > 2, $"{sites.Writes} writes");
    }

    [Fact]
    public async Task A_shift_is_over_when_it_has_been_read_back()
    {
        await using var sites = await ManagedSites.StartAsync(options: new DigitalOceanDoubleOptions { ReadLag = TimeSpan.FromSeconds(1), Busy = TimeSpan.FromMinutes(1) });

        Assert.Equal(TrafficSplit.All(Color.Green), (await sites.Router.ShiftAsync(TrafficSplit.All(Color.Green), default)).Split);
        Assert.Equal((DigitalOceanWorld.Green, 1), (sites.Tag, sites.Balancer.Changes));
    }

    [Theory]
    [InlineData(FaultKind.LostReply, 500)]
    [InlineData(FaultKind.ErrorAfterEffect, 502)]
    public async Task A_write_whose_answer_was_lost_is_not_done_twice(FaultKind kind, int status)
    {
        await using var sites = await ManagedSites.StartAsync();
        sites.World.Cloud.Faults.Add(new Fault("load_balancers", "update", kind) { Status = status });

        await sites.Router.ShiftAsync(TrafficSplit.All(Color.Green), default);

        Assert.Equal((DigitalOceanWorld.Green, 1), (sites.Tag, sites.Balancer.Changes));
    }

    [Fact]
    public async Task A_right_that_is_missing_is_no_busy_load_balancer()
    {
        await using var sites = await ManagedSites.StartAsync();
        sites.World.Cloud.Faults.Add(new Fault("load_balancers", "update", FaultKind.Error) { Status = 403, Code = "forbidden", Message = "You are not authorized to perform this operation" });

        var refused = await Assert.ThrowsAsync<ProviderRefusedException>(() => sites.Router.ShiftAsync(TrafficSplit.All(Color.Green), default));

        Assert.Contains("scope", refused.Message, StringComparison.Ordinal);
        Assert.Equal((DigitalOceanWorld.Blue, 1), (sites.Tag, sites.Writes));
    }

    [Fact]
    public async Task Whatever_goes_wrong_the_traffic_is_on_one_colour_and_a_restore_brings_the_whole_object_back()
    {
        await using var sites = await ManagedSites.StartAsync(options: new DigitalOceanDoubleOptions { Busy = TimeSpan.FromMilliseconds(20), CallsPerMinute = 100_000, CallsPerHour = 100_000 });
        var (before, snapshot) = (sites.Others(), (await sites.Router.DescribeAsync(default)).Snapshot);
        var random = new Random(20261120);
        for (var run = 0; run < 60; run++)
        {
            sites.World.Cloud.Faults.Chance = (_, _) => random.Next(4) > 0 ? null : new Fault("*", "*", (FaultKind)random.Next(4)) { Status = random.Next(3) switch { 0 => 503, 1 => 429, _ => 500 } };
            var failed = await Record.ExceptionAsync(() => sites.Router.ShiftAsync(TrafficSplit.All(run % 2 == 0 ? Color.Green : Color.Blue), default));
            sites.World.Cloud.Faults.Clear();

            Assert.True(failed is null or ProviderUnavailableException, failed?.ToString());
            Assert.Contains(sites.Tag, (string[])[DigitalOceanWorld.Blue, DigitalOceanWorld.Green]);
            Assert.Equal(TrafficSplit.All(Color.Blue), (await sites.Router.RestoreAsync(snapshot, default)).Split);
            Assert.True(JsonNode.DeepEquals(before, sites.Others()), sites.Others().ToString());
        }
    }

    [Fact]
    public async Task Health_is_what_the_droplets_themselves_answer()
    {
        await using var sites = await ManagedSites.StartAsync();
        Assert.True((await sites.Router.HealthAsync(Color.Green, default)).AllHealthy);
        sites.GreenSite.HealthStatus = 503;

        var sick = await sites.Router.HealthAsync(Color.Green, default);

        Assert.Equal((0, 1, "shop-green-1: 503"), (sick.Healthy, sick.Total, sick.Failures.Single()));
        Assert.True((await sites.Router.HealthAsync(Color.Blue, default)).AllHealthy);
        await sites.BlueSite.DisposeAsync();
        Assert.Contains("refused", (await sites.Router.HealthAsync(Color.Blue, default)).Failures.Single(), StringComparison.OrdinalIgnoreCase);
        Assert.Null(await sites.Router.ConnectionsAsync(Color.Blue, default));
    }

    [Fact]
    public async Task Polling_costs_few_calls()
    {
        await using var sites = await ManagedSites.StartAsync();
        var router = sites.Router;

        for (var poll = 0; poll < 50; poll++)
        {
            Assert.True((await router.HealthAsync(Color.Green, default)).AllHealthy);
        }

        Assert.InRange(sites.World.Calls("load_balancers:get") + sites.World.Calls("load_balancers:list") + sites.World.Calls("droplets:list"), 2, 12);
    }

    [Fact]
    public void What_goes_back_is_every_field_as_it_came_but_what_only_the_api_says()
    {
        var whole = JsonNode.Parse("""
            {
              "id": "4de7ac8b-495b-4884-9a69-1050c6793cd6", "name": "web", "ip": "104.131.186.241", "ipv6": "2604::1", "status": "active", "created_at": "2026-01-02T03:04:05Z",
              "region": { "name": "New York 3", "slug": "nyc3", "features": ["ipv6"] }, "type": "REGIONAL", "size": "lb-large", "size_unit": 6, "algorithm": "least_connections",
              "forwarding_rules": [{ "entry_protocol": "https", "entry_port": 443, "target_protocol": "http", "target_port": 8080, "certificate_id": "", "tls_passthrough": false, "later": 1 }],
              "health_check": { "protocol": "http", "port": 8080, "path": "/health", "check_interval_seconds": 3, "response_timeout_seconds": 4, "unhealthy_threshold": 7, "healthy_threshold": 2, "proxy_protocol": true },
              "sticky_sessions": { "type": "cookies", "cookie_name": "DO-LB", "cookie_ttl_seconds": 900 },
              "tag": "env:blue", "droplet_ids": [1, 2], "redirect_http_to_https": true, "enable_proxy_protocol": true, "enable_backend_keepalive": true, "http_idle_timeout_seconds": 90,
              "vpc_uuid": "c33931f2-a26a-4e61-b85c-4e95a2ec431b", "subnet_uuid": "", "project_id": "9cc10173-e9ea-4176-9dbc-a4cee4c4ff30",
              "firewall": { "deny": ["cidr:1.2.0.0/16"], "allow": ["ip:1.2.3.4"] }, "disable_lets_encrypt_dns_records": true, "network": "INTERNAL", "network_stack": "DUALSTACK",
              "tls_cipher_policy": "STRONG", "domains": [{ "name": "example.com", "is_managed": true }], "glb_settings": { "target_port": 80, "cdn": { "is_enabled": true } },
              "target_load_balancer_ids": ["7dbf91fe-cbdb-48dc-8290-c3a181554905"], "unknown": null, "quantum": { "mode": "", "deep": [0, null] }
            }
            """)!.AsObject();
        var expected = whole.DeepClone().AsObject();
        foreach (var field in (string[])["id", "ip", "ipv6", "status", "created_at", "size", "tag", "droplet_ids", "subnet_uuid", "unknown"])
        {
            expected.Remove(field);
        }

        (expected["region"], expected["tag"]) = ("nyc3", "env:green");

        var request = new BalancerObject(whole).With(BackendSet.OfTag("env:green"));

        Assert.True(JsonNode.DeepEquals(expected, request), $"{request}");
        whole.Remove("size_unit");
        Assert.Equal("lb-large", new BalancerObject(whole).With(BackendSet.OfDroplets([3]))["size"]!.ToString());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "id": "x", "droplet_ids": ["one"] }""")]
    [InlineData("""{ "id": "x", "health_check": { "port": "eighty" } }""")]
    public void A_description_that_cannot_be_understood_is_refused(string json) =>
        Assert.Contains("not understood", Assert.Throws<ProviderRefusedException>(() => new BalancerObject(JsonNode.Parse(json)!.AsObject())).Message, StringComparison.Ordinal);

    [Fact]
    public async Task The_preview_is_a_droplet_of_the_colour_with_the_host_that_was_given()
    {
        await using var sites = await ManagedSites.StartAsync();
        var router = new ManagedBalancerRouter(sites.Options with { PreviewHost = "shop.example.com" }, sites.World.Account);

        var preview = router.Preview(Color.Green)!;

        Assert.Equal((new Uri($"http://{sites.GreenDroplet.Public}:{sites.World.Port}"), "shop.example.com"), (preview.Base, preview.Headers["Host"]));
        using var http = new HttpClient();
        Assert.Equal("shop-green-1", await http.GetStringAsync(preview.Base));
    }

    [Fact]
    public async Task The_doctor_hears_what_a_release_would_stumble_over()
    {
        await using var sites = await ManagedSites.StartAsync();
        var router = (IDiagnosed)sites.Router;
        Assert.All(await router.DiagnoseAsync(default), found => Assert.Equal(DiagnosisLevel.Fine, found.Level));

        sites.Balancer.Settings["health_check"]!["protocol"] = "tcp";
        sites.Balancer.Settings["health_check"]!["healthy_threshold"] = 3;
        sites.Balancer.Status = "errored";
        sites.GreenDroplet.Status = "off";

        var found = (await router.DiagnoseAsync(default)).Where(each => each.Level != DiagnosisLevel.Fine).Select(each => each.Text).ToList();
        Assert.Equal(4, found.Count);
        Assert.Contains("is 'errored'", found[0], StringComparison.Ordinal);
        Assert.Contains("checks its droplets by a connection", found[1], StringComparison.Ordinal);
        Assert.Contains("takes '9' s to find a droplet healthy", found[2], StringComparison.Ordinal);
        Assert.Contains("'env:green' of green is on '0' active droplets", found[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Users_notice_nothing_of_a_shift_and_its_way_back()
    {
        await using var sites = await ManagedSites.StartAsync();
        await sites.World.Cloud.StartTrafficAsync();
        var users = new IPEndPoint(IPAddress.Parse(sites.Balancer.Ip), sites.EntryPort);
        using var http = new HttpClient();
        var snapshot = (await sites.Router.DescribeAsync(default)).Snapshot;
        await using var load = LoadGenerator.Start(new LoadPlan { Address = users, KeepAliveWorkers = 2, NewConnectionWorkers = 2, RequestsPerSecond = 60 }, TimeProvider.System);

        await sites.Router.ShiftAsync(TrafficSplit.All(Color.Green), default);
        await Testing.Hosts.Eventually.HoldsAsync(async () => await http.GetStringAsync(new Uri($"http://{users}/")) == "shop-green-1");
        await sites.Router.RestoreAsync(snapshot, default);
        await Testing.Hosts.Eventually.HoldsAsync(async () => await http.GetStringAsync(new Uri($"http://{users}/")) == "shop-blue-1");
        var report = await load.StopAsync();

        Assert.True(report.Lost == 0, report.ToString());
        Assert.True(sites.GreenSite.Served > 0 && sites.BlueSite.Served > 0);
    }
}
