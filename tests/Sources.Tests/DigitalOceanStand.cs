using System.Net;
using BlueGreenServerless.Clouds.DigitalOcean;
using BlueGreenServerless.Clouds.DigitalOcean.Droplets;
using BlueGreenServerless.Load;
using BlueGreenServerless.Testing.Cli;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Net;
using BlueGreenServerless.Testing.Sites;
using BlueGreenServerless.Testing.Ssh;

namespace BlueGreenServerless.Sources.Tests;

/// <summary>
/// The source document's site on this machine: one droplet for each colour and one with HAProxy, all of them addresses of 127.0.0.0/8 with
/// a real sshd. Version 1 is live on blue. Everything that it started ends with it.
/// </summary>
internal sealed class DigitalOceanStand : IAsyncDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly DigitalOceanDouble cloud;
    private readonly DropletDouble balancer;
    private readonly Dictionary<string, DropletDouble> sites;
    private readonly IReadOnlyList<int> ports = FreePort.Next(2);
    private SshServer? ssh;
    private SiteProcess? haproxy;

    private DigitalOceanStand(DigitalOceanDouble cloud)
    {
        this.cloud = cloud;
        balancer = cloud.Droplets.Add("perl-shop-lb", "role:loadbalancer");
        sites = new Dictionary<string, DropletDouble>(StringComparer.Ordinal)
        {
            ["perl-shop-blue-1"] = cloud.Droplets.Add("perl-shop-blue-1", "env:blue"),
            ["perl-shop-green-1"] = cloud.Droplets.Add("perl-shop-green-1", "env:green"),
        };
    }

    public static string ExampleFile { get; } = Repository.Path("examples", "perl-on-digitalocean", "bluegreen.yaml");

    public string Token => cloud.Options.Tokens[0];

    private int UserPort => ports[0];

    private int Port => ports[1];

    private string TokenFile => directory.Below("token");

    public static async Task<DigitalOceanStand> StartAsync()
    {
        var stand = new DigitalOceanStand(await DigitalOceanDouble.StartAsync());
        try
        {
            stand.ssh = await SshServer.StartAsync([stand.balancer.Public!, .. stand.sites.Values.Select(site => site.Public!)]);
            await File.WriteAllTextAsync(stand.TokenFile, stand.Token);
            await File.WriteAllTextAsync(stand.directory.Below("bluegreen.yaml"), stand.Here(await File.ReadAllTextAsync(ExampleFile)));
            await stand.InstallFirstAsync();
            await stand.StartBalancerAsync();
            return stand;
        }
        catch
        {
            await stand.DisposeAsync();
            throw;
        }
    }

    public Task<string> PackAsync(string version, string fault = "none") => StandApp.PerlShop.PackAsync(version, fault, directory.Path);

    /// <summary>Runs the command in the directory of the user's file.</summary>
    public Task<BluegreenEnd> RunAsync(params string[] arguments) => Bluegreen.RunAsync(directory.Path, arguments);

    public LoadGenerator Load() => LoadGenerator.Start(
        new LoadPlan { Address = new IPEndPoint(IPAddress.Parse(balancer.Public!), UserPort), KeepAliveWorkers = 3, NewConnectionWorkers = 3, RequestsPerSecond = 40 },
        TimeProvider.System);

    /// <summary>Percent of green as the load balancer's file has it.</summary>
    public async Task<int> GreenPercentAsync() => int.Parse((await File.ReadAllTextAsync(directory.Below("lb", "split.map"))).Trim().Split(' ')[1]);

    /// <summary>All that was written to disk: journal, records, logs, HAProxy's files, what lies on the droplets.</summary>
    public IReadOnlyList<string> FilesWithTheToken() =>
    [
        .. Directory.EnumerateFiles(directory.Path, "*", SearchOption.AllDirectories)
            .Where(file => file != TokenFile && !file.EndsWith(".sock", StringComparison.Ordinal) && File.ReadAllBytes(file).AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(Token)) >= 0),
    ];

    public async ValueTask DisposeAsync()
    {
        foreach (var site in sites.Keys.Select(Site).Where(Directory.Exists))
        {
            await StandApp.StopAsync(site);
        }

        await (haproxy?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (ssh?.DisposeAsync() ?? ValueTask.CompletedTask);
        await cloud.DisposeAsync();
        LeftProcesses.Kill(directory.Path);
        directory.Dispose();
    }

    private string Site(string name) => directory.Below("hosts", name);

    /// <summary>The example's file with what is other on this machine: addresses, ports, directories, and pauses as short as they may be.</summary>
    private string Here(string yaml)
    {
        var settings = string.Join(", ", sites.Keys.Select(name => $"{name}: {{ directory: {Site(name)} }}"));
        (string There, string Here)[] changes =
        [
            ("steps: [10, 50, 100]", "steps: [25, 100]"), ("pause: 60s", "pause: 1s"), ("bake: 10m", "bake: 1s"), ("healthyChecks: 3\n  interval: 2s", "healthyChecks: 1\n  interval: 1s"),
            ("interval: 10s", "interval: 1s"), ("maxSlowdown: 3", "maxSlowdown: 100"), ("minRequests: 20", "minRequests: 5"), ("/opt/perl-shop", directory.Below("hosts")),
            ("port: 8080", $"port: {Port}\n      previewPort: {UserPort}\n      api: {cloud.Url.AbsoluteUri.TrimEnd('/')}\n      token: file:{TokenFile}"),
            ("user: root", $"configFile: {ssh!.ClientConfig}"),
            ("binds: [\"*:80\"]", $"binds: [\"{balancer.Public}:{UserPort}\"]\n        config: {directory.Below("lb", "haproxy.cfg")}\n        socket: {directory.Below("lb", "a.sock")}\n        masterSocket: {directory.Below("lb", "m.sock")}\n        #"),
            ("provider: digitalocean\n", $"provider: digitalocean\n      api: {cloud.Url.AbsoluteUri.TrimEnd('/')}\n      token: file:{TokenFile}\n      settings: {{ {settings} }}\n"),
            ("user: deploy", $"configFile: {ssh.ClientConfig}"),
        ];
        return changes.Aggregate(yaml, (text, change) => text.Contains(change.There, StringComparison.Ordinal)
            ? text.Replace(change.There, change.Here, StringComparison.Ordinal)
            : throw new InvalidOperationException($"The example has no '{change.There}' any more."));
    }

    private async Task InstallFirstAsync()
    {
        foreach (var (name, droplet) in sites)
        {
            Directory.CreateDirectory(Site(name));
            await File.WriteAllTextAsync(Path.Combine(Site(name), "site.env"), $"ADDRESS={droplet.Private}\n{StandApp.PerlShop.Settings(directory.Path, Port)}");
        }

        await StandApp.PerlShop.InstallFirstAsync(await PackAsync("1"), Site("perl-shop-blue-1"));
    }

    /// <summary>As an operator does it once: the command writes the files over ssh, systemd starts HAProxy.</summary>
    private async Task StartBalancerAsync()
    {
        Directory.CreateDirectory(directory.Below("lb"));
        var setup = await RunAsync("setup");
        if (setup.Code != 0)
        {
            throw new InvalidOperationException($"'bluegreen setup' failed: {setup.Output} {setup.Errors}");
        }

        haproxy = SiteProcess.Start("haproxy", ["-W", "-db", "-S", directory.Below("lb", "m.sock"), "-f", directory.Below("lb", "haproxy.cfg")]);
        using var http = new HttpClient();
        await Eventually.HoldsAsync(async () =>
        {
            using var probe = new System.Net.Sockets.TcpClient();
            return await probe.ConnectAsync(balancer.Public!, UserPort).ContinueWith(done => done.IsCompletedSuccessfully, TaskScheduler.Default)
                && (await http.GetAsync(new Uri($"http://{balancer.Public}:{UserPort}/health"))).IsSuccessStatusCode;
        });
    }
}
