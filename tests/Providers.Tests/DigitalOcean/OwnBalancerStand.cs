using System.Text.Json;
using System.Text.Json.Nodes;
using BlueGreenServerless.Clouds.DigitalOcean.Droplets;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.DigitalOcean.Balancers;
using BlueGreenServerless.Providers.HAProxy;
using BlueGreenServerless.Serialization;
using BlueGreenServerless.Testing.HAProxy;
using BlueGreenServerless.Testing.Net;
using BlueGreenServerless.Testing.Ssh;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Tests.DigitalOcean;

/// <summary>A droplet with a real HAProxy, reached over a real sshd, and one site for each colour behind it.</summary>
internal sealed class OwnBalancerStand : IAsyncDisposable
{
    private readonly HttpClient http = new();
    private SshServer? ssh;
    private HaproxyProcess? haproxy;

    private OwnBalancerStand(DigitalOceanWorld world)
    {
        World = world;
        Balancer = world.Cloud.Droplets.Add("lb-1", "role:loadbalancer");
        world.AddSite("shop-blue-1", DigitalOceanWorld.Blue, isPrivate: true);
        GreenSite = world.AddSite("shop-green-1", DigitalOceanWorld.Green, isPrivate: true).Site;
    }

    public DigitalOceanWorld World { get; }

    public DropletDouble Balancer { get; }

    public TinySite GreenSite { get; }

    public int UserPort { get; } = FreePort.Next();

    public ITrafficRouter Router => Make(Options());

    public IMetricSource Metrics => new OwnBalancerProvider().Metrics!.From(Options(), DigitalOceanWorld.Context());

    public static ITrafficRouter Make(JsonElement options) => new OwnBalancerProvider().Router!.From(options, DigitalOceanWorld.Context());

    /// <summary>A load balancer whose options name its hosts, here by a provider that needs no addresses.</summary>
    public ITrafficRouter ReachedBy(IHostCommands hosts)
    {
        var options = JsonObject.Create(Options())!;
        options.Remove("balancers");
        options.Remove("through");
        options["balancer"]!["options"]!["balancers"] = new JsonArray(new JsonObject { ["provider"] = "ssm", ["options"] = new JsonObject { ["hosts"] = "tag:Role=loadbalancer" } });
        return new OwnBalancerProvider().Router!.From(JsonSerializer.SerializeToElement(options), DigitalOceanWorld.Context() with { Hosts = _ => hosts, Routers = Haproxies });

        ITrafficRouter Haproxies(PortBinding binding) => new HAProxyProvider().Router!.From(binding.Options, DigitalOceanWorld.Context() with { Hosts = _ => hosts });
    }

    public static async Task<OwnBalancerStand> StartAsync()
    {
        var stand = new OwnBalancerStand(await DigitalOceanWorld.StartAsync());
        try
        {
            stand.ssh = await SshServer.StartAsync(stand.Balancer.Public!);
            await stand.StartHaproxyAsync();
            return stand;
        }
        catch
        {
            await stand.DisposeAsync();
            throw;
        }
    }

    public Task<string> GetAsync() => http.GetStringAsync(new Uri($"http://{Balancer.Public}:{UserPort}/"));

    public async Task<string> WorkerAsync() => (await AskAsync("show info")).Split('\n').First(line => line.StartsWith("Pid:", StringComparison.Ordinal));

    /// <summary>Names of all servers, as the running process has them.</summary>
    public async Task<IReadOnlyList<string>> ServersAsync() =>
        [.. (await AskAsync("show servers state")).Split('\n').Skip(2).Select(line => line.Split(' ')).Where(fields => fields.Length > 3).Select(fields => fields[3]).Order(StringComparer.Ordinal)];

    public async ValueTask DisposeAsync()
    {
        await (haproxy?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (ssh?.DisposeAsync() ?? ValueTask.CompletedTask);
        http.Dispose();
        await World.DisposeAsync();
    }

    /// <summary>As the droplet's image comes up: the configuration is ours, with one server of each colour.</summary>
    private async Task StartHaproxyAsync()
    {
        var first = World.Cloud.Droplets.All.ToDictionary(droplet => droplet.Name, droplet => $"{droplet.Name}@{droplet.Private}:{World.Port}");
        var options = ReleaseJson.FromElement<HaproxyOptions>(JsonDocument.Parse(Haproxy()).RootElement) with { Blue = [first["shop-blue-1"]], Green = [first["shop-green-1"]] };
        await HaproxyInstallation.WriteAsync(options, TimeProvider.System, default);
        haproxy = await HaproxyProcess.StartAsync(options.Config, options.Socket, options.MasterSocket);
    }

    private Task<string> AskAsync(string command) => AdminSocket.AskAsync(Path.Combine(World.Folder, "admin.sock"), command);

    private string Haproxy() => $$"""
        {
          "binds": ["{{Balancer.Public}}:{{UserPort}}"], "config": "{{World.Folder}}/haproxy.cfg", "socket": "{{World.Folder}}/admin.sock", "masterSocket": "{{World.Folder}}/master.sock",
          "health": { "interval": 0.1 }, "previewHosts": { "blue": "blue.shop.example.com", "green": "green.shop.example.com" }
        }
        """;

    private JsonElement Options() => JsonDocument.Parse($$"""
        {
          "blue": "env:blue", "green": "env:green", "port": {{World.Port}}, "balancers": "role:loadbalancer", "previewPort": {{UserPort}},
          "api": "{{World.Api}}", "token": "{{World.Token}}",
          "through": { "provider": "ssh", "options": { "configFile": "{{ssh!.ClientConfig}}" } },
          "balancer": { "provider": "haproxy", "options": {{Haproxy()}} }
        }
        """).RootElement;
}
