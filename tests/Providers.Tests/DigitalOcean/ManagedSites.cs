using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.DigitalOcean;
using BlueGreenServerless.Clouds.DigitalOcean.Droplets;
using BlueGreenServerless.Clouds.DigitalOcean.LoadBalancers;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.DigitalOcean.Router;
using BlueGreenServerless.Testing.HAProxy;
using BlueGreenServerless.Testing.Net;

namespace BlueGreenServerless.Providers.Tests.DigitalOcean;

/// <summary>A managed load balancer with nothing left at its default, and a real site for each colour; blue is behind it.</summary>
internal sealed class ManagedSites : IAsyncDisposable
{
    private ManagedSites(DigitalOceanWorld world, BackendChoice by)
    {
        World = world;
        By = by;
        (BlueDroplet, BlueSite) = world.AddSite("shop-blue-1", DigitalOceanWorld.Blue);
        (GreenDroplet, GreenSite) = world.AddSite("shop-green-1", DigitalOceanWorld.Green);
        Balancer = world.Cloud.Balancers.Add(Request(by));
    }

    public DigitalOceanWorld World { get; }

    public BackendChoice By { get; }

    public DropletDouble BlueDroplet { get; }

    public DropletDouble GreenDroplet { get; }

    public TinySite BlueSite { get; }

    public TinySite GreenSite { get; }

    public BalancerDouble Balancer { get; }

    /// <summary>Where users come in.</summary>
    public int EntryPort { get; } = FreePort.Next();

    public ManagedBalancerOptions Options => new()
    {
        LoadBalancer = "web", Blue = DigitalOceanWorld.Blue, Green = DigitalOceanWorld.Green, By = By, Api = World.Api, Token = World.Token,
    };

    public ITrafficRouter Router => new ManagedBalancerRouter(Options.Checked(), World.Account);

    public int Writes => World.Calls("load_balancers:update");

    public static async Task<ManagedSites> StartAsync(BackendChoice by = BackendChoice.Tag, DigitalOceanDoubleOptions? options = null) => new(
        await DigitalOceanWorld.StartAsync((options ?? new DigitalOceanDoubleOptions()) with
        {
            NewFields = new Dictionary<string, JsonNode> { ["quantum_mode"] = "off", ["limits"] = new JsonObject { ["per_client"] = 0 } },
        }),
        by);

    /// <summary>The whole object but for what is behind it.</summary>
    public JsonObject Others()
    {
        var json = World.Cloud.Balancers.Read(Balancer);
        json.Remove("tag");
        json.Remove("droplet_ids");
        return json;
    }

    public string Tag => World.Cloud.Balancers.Read(Balancer)["tag"]!.ToString();

    public IReadOnlyList<string> Behind => [.. World.Cloud.Balancers.Behind(Balancer).Select(droplet => droplet.Name)];

    public ValueTask DisposeAsync() => World.DisposeAsync();

    private JsonObject Request(BackendChoice by)
    {
        var request = JsonNode.Parse($$"""
            {
              "name": "web", "region": "nyc3", "size_unit": 3, "algorithm": "least_connections", "type": "REGIONAL", "network": "EXTERNAL", "network_stack": "DUALSTACK",
              "forwarding_rules": [
                { "entry_protocol": "http", "entry_port": {{EntryPort}}, "target_protocol": "http", "target_port": {{World.Port}} },
                { "entry_protocol": "https", "entry_port": {{FreePort.Next()}}, "target_protocol": "http", "target_port": {{World.Port}}, "certificate_id": "892071a0-bb95-49bc-8021-3afd67a210bf", "tls_passthrough": false }
              ],
              "health_check": { "protocol": "http", "port": {{World.Port}}, "path": "/health", "check_interval_seconds": 3, "response_timeout_seconds": 4, "healthy_threshold": 2, "unhealthy_threshold": 7, "proxy_protocol": false },
              "sticky_sessions": { "type": "cookies", "cookie_name": "DO-LB", "cookie_ttl_seconds": 900 },
              "redirect_http_to_https": true, "enable_proxy_protocol": false, "enable_backend_keepalive": true, "http_idle_timeout_seconds": 90,
              "vpc_uuid": "c33931f2-a26a-4e61-b85c-4e95a2ec431b", "subnet_uuid": "d33931f2-a26a-4e61-b85c-4e95a2ec431b", "project_id": "4de7ac8b-495b-4884-9a69-1050c6793cd6",
              "firewall": { "deny": ["cidr:1.2.0.0/16", "ip:2.3.4.5"], "allow": ["ip:1.2.3.4"] },
              "disable_lets_encrypt_dns_records": true, "tls_cipher_policy": "STRONG",
              "domains": [{ "name": "example.com", "is_managed": true, "certificate_id": "892071a0-bb95-49bc-8021-3afd67a210bf" }],
              "glb_settings": { "target_protocol": "http", "target_port": 80, "cdn": { "is_enabled": true }, "region_priorities": { "nyc3": 1 }, "failover_threshold": 50 },
              "target_load_balancer_ids": ["7dbf91fe-cbdb-48dc-8290-c3a181554905"],
              "quantum_mode": "on", "limits": { "per_client": 9 }
            }
            """)!.AsObject();
        request[by == BackendChoice.Tag ? "tag" : "droplet_ids"] = by == BackendChoice.Tag ? DigitalOceanWorld.Blue : new JsonArray(BlueDroplet.Id);
        return request;
    }
}
