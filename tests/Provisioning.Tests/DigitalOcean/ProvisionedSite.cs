using System.Net;
using System.Security.Cryptography;
using BlueGreenServerless.Clouds.DigitalOcean.Droplets;
using BlueGreenServerless.Provisioning.Tests.Harness;
using BlueGreenServerless.Testing.Archives;
using BlueGreenServerless.Testing.Cli;
using BlueGreenServerless.Testing.HAProxy;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Net;
using BlueGreenServerless.Testing.Ssh;

namespace BlueGreenServerless.Provisioning.Tests.DigitalOcean;

/// <summary>
/// An environment that was made by <c>bluegreen provision</c>, with what its droplets would be: a real sshd on their addresses, a site on
/// those of the colours, a place for HAProxy. The target in its bluegreen.yaml is the one that was shown.
/// </summary>
internal sealed class ProvisionedSite : IAsyncDisposable
{
    private readonly TemporaryDirectory folder = new();
    private readonly IReadOnlyList<int> ports = FreePort.Next(2);
    private readonly List<TinySite> sites = [];
    private readonly HttpClient http = new();
    private SshServer? ssh;
    private HaproxyProcess? haproxy;

    private ProvisionedSite(DigitalOceanStand stand) => Stand = stand;

    public DigitalOceanStand Stand { get; }

    /// <summary>Where the releases are recorded.</summary>
    public string State => folder.Below(".bluegreen");

    private DropletDouble Balancer => Droplet("shop-lb-1");

    public static async Task<ProvisionedSite> StartAsync()
    {
        var site = new ProvisionedSite(await DigitalOceanStand.OwnAsync());
        try
        {
            await site.MakeAsync();
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    public Task<BluegreenEnd> RunAsync(params string[] arguments) => Bluegreen.RunAsync(folder.Path, arguments);

    /// <summary>An artifact with its digest beside it.</summary>
    public string Artifact()
    {
        var bytes = new TarFile().File("bin/start", "true\n").Gzipped();
        File.WriteAllText(folder.Below("shop-2.tar.gz.sha256"), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        return folder.Write("shop-2.tar.gz", bytes);
    }

    /// <summary>As systemd does it on the droplet.</summary>
    public async Task StartHaproxyAsync() =>
        haproxy = await HaproxyProcess.StartAsync(folder.Below("haproxy.cfg"), folder.Below("admin.sock"), folder.Below("master.sock"));

    /// <summary>Name of the droplet that answers a user.</summary>
    public Task<string> AnswerAsync() => http.GetStringAsync(new Uri($"http://{Balancer.Public}:{ports[0]}/"));

    public async ValueTask DisposeAsync()
    {
        await (haproxy?.DisposeAsync() ?? ValueTask.CompletedTask);
        foreach (var site in sites)
        {
            await site.DisposeAsync();
        }

        await (ssh?.DisposeAsync() ?? ValueTask.CompletedTask);
        await Stand.DisposeAsync();
        http.Dispose();
        folder.Dispose();
    }

    private DropletDouble Droplet(string name) => Stand.Cloud.Droplets.All.Single(droplet => droplet.Name == name);

    private async Task MakeAsync()
    {
        Stand.Cloud.Droplets.Delete(Droplet("stranger-1"));
        ssh = await SshServer.StartAsync("127.0.10.2", "127.0.10.3", "127.0.10.4");
        Stand.Change("each: 2", "each: 1");
        Stand.Change("port: 8080", $"port: {ports[1]}\n    previewPort: {ports[0]}");
        Stand.Change("user: deploy", $"configFile: {ssh.ClientConfig}");
        Stand.Change("user: root", $"configFile: {ssh.ClientConfig}");
        Stand.Change("binds: [\"*:80\"]", $"binds: [\"127.0.10.4:{ports[0]}\"], config: {folder.Below("haproxy.cfg")}, socket: {folder.Below("admin.sock")}, masterSocket: {folder.Below("master.sock")}, health: {{ path: /health, interval: 200ms }}, previewHosts: {{ blue: blue.example.com, green: green.example.com }}");
        var end = await ProvisionRun.MakeAsync(Stand);
        Assert.True(end.Code == 0, end.Said);
        sites.AddRange(new[] { "shop-blue-1", "shop-green-1" }.Select(name => new TinySite(name, IPAddress.Parse(Droplet(name).Private!), ports[1])));
        await File.WriteAllTextAsync(folder.Below("bluegreen.yaml"), Head() + Settled(end.Said.Split("bluegreen.yaml:\n\n")[1]));
    }

    /// <summary>On this machine the hosts must have directories of their own.</summary>
    private string Settled(string target) => target.Replace(
        "hosts:\n      provider: digitalocean\n",
        $"hosts:\n      provider: digitalocean\n      settings: {{ shop-blue-1: {{ directory: {folder.Below("blue")} }}, shop-green-1: {{ directory: {folder.Below("green")} }} }}\n", StringComparison.Ordinal);

    private string Head() => $$"""
        app: shop
        strategy: { kind: all-at-once, bake: 1s }
        health: { path: /health, healthyChecks: 1, interval: 1s, timeout: 90s }
        smoke: [{ path: /, contains: shop-green-1 }]
        observe: { interval: 1s, minRequests: 1, probe: /health, maxSlowdown: 1000, noDataDeadline: 90s }
        install: { directory: {{folder.Path}}, hooks: { start: ["true"] } }

        """;
}
