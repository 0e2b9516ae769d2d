using System.Net;
using System.Text.Json;
using BlueGreenServerless.Load;
using BlueGreenServerless.Providers.HAProxy;
using BlueGreenServerless.Testing.Cli;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Net;
using BlueGreenServerless.Testing.Sites;

namespace BlueGreenServerless.EndToEnd.Tests.Cli;

/// <summary>
/// A user's machine: a real HAProxy in front of a blue and a green host of the C service, version 1 live on blue, and a bluegreen.yaml.
/// Everything in one temporary directory and on free ports of 127.0.0.1.
/// </summary>
internal sealed class ReleaseSite : IAsyncDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly IReadOnlyList<int> _ports = FreePort.Next(3);
    private SiteProcess? _balancer;

    public string Folder => _directory.Path;

    /// <summary>Where users come.</summary>
    public int Port => _ports[0];

    /// <param name="plan">Lines of the file instead of the quick defaults, see <see cref="SitePlan"/>.</param>
    public static async Task<ReleaseSite> StartAsync(SitePlan? plan = null)
    {
        var site = new ReleaseSite();
        try
        {
            await site.PrepareAsync(plan ?? new SitePlan());
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    /// <summary>Another bluegreen.yaml for the commands that come.</summary>
    public Task RewriteAsync(SitePlan plan) => File.WriteAllTextAsync(_directory.Below("bluegreen.yaml"), plan.Yaml(Folder, _ports));

    public Task<string> ArtifactAsync(string version) => CService.PackAsync(version, _directory.Below("artifacts"));

    /// <summary>Puts an artifact into a folder in two steps, the digest last, as a careful uploader would.</summary>
    public async Task DeliverAsync(string version, string folder)
    {
        var artifact = await ArtifactAsync(version);
        foreach (var file in new[] { artifact, artifact + ".sha256" })
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
    }

    public Task<BluegreenEnd> RunAsync(params string[] arguments) => Bluegreen.RunAsync(Folder, arguments);

    public Bluegreen Start(params string[] arguments) => Bluegreen.Start(Folder, arguments);

    /// <summary>The id of the release in the JSON lines of a command.</summary>
    public string ReleaseOf(string lines) =>
        JsonSerializer.Deserialize<JsonElement>(lines.Split('\n')[0]).GetProperty("data").GetProperty("releaseId").GetString()!;

    /// <summary>The version that a new user gets, or the status when it is not one of ours.</summary>
    public async Task<string> VersionAsync()
    {
        using var client = Answering.Client(Port);
        using var answer = await client.GetAsync("/health");
        return answer.Headers.TryGetValues("X-Version", out var versions) ? versions.Single() : $"status {(int)answer.StatusCode}";
    }

    /// <summary>Percent of the traffic that HAProxy's map gives to green.</summary>
    public async Task<int> GreenPercentAsync() => int.Parse((await File.ReadAllLinesAsync(_directory.Below("lb", "split.map")))[0].Split(' ')[1]);

    /// <summary>Users that come while the test goes on.</summary>
    public LoadGenerator Load(double requestsPerSecond) => LoadGenerator.Start(
        new LoadPlan { Address = new IPEndPoint(IPAddress.Loopback, Port), KeepAliveWorkers = 3, NewConnectionWorkers = 3, RequestsPerSecond = requestsPerSecond },
        TimeProvider.System);

    /// <summary>Kills the application of a colour as a crash would.</summary>
    public async Task CrashAsync(string color)
    {
        var pid = (await File.ReadAllTextAsync(_directory.Below(color, "run", "c-service.pid"))).Trim();
        await SiteProcess.RunAsync("kill", ["-KILL", pid]);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var color in new[] { "blue", "green" })
        {
            await StopAsync(_directory.Below(color));
        }

        if (_balancer is not null)
        {
            await _balancer.DisposeAsync();
        }

        _directory.Dispose();
    }

    private static async Task StopAsync(string host)
    {
        var stop = Path.Combine(host, "current", "bin", "stop");
        if (File.Exists(stop))
        {
            await SiteProcess.RunAsync("bash", ["-c", "\"$0\" >/dev/null 2>&1", stop], Environment(host, port: 1));
        }
    }

    private static Dictionary<string, string> Environment(string host, int port) =>
        new(StringComparer.Ordinal) { ["BLUEGREEN_DIRECTORY"] = host, ["PORT"] = $"{port}", ["STOP_SECONDS"] = "2" };

    private async Task PrepareAsync(SitePlan plan)
    {
        foreach (var folder in new[] { "blue", "green", "lb", "artifacts" })
        {
            Directory.CreateDirectory(_directory.Below(folder));
        }

        await RewriteAsync(plan);
        await InstallByHandAsync("1", _directory.Below("blue"), _ports[1]);
        var options = Options();
        await HaproxyInstallation.WriteAsync(options, TimeProvider.System, CancellationToken.None);
        _balancer = SiteProcess.Start("haproxy", ["-W", "-db", "-S", options.MasterSocket, "-f", options.Config]);
        await Answering.UntilAsync(Port);
    }

    /// <summary>The same as in bluegreen.yaml, for the first start of HAProxy.</summary>
    private HaproxyOptions Options() => new()
    {
        Binds = [$"127.0.0.1:{Port}"],
        Blue = [$"blue@127.0.0.1:{_ports[1]}"],
        Green = [$"green@127.0.0.1:{_ports[2]}"],
        Config = _directory.Below("lb", "haproxy.cfg"),
        Socket = _directory.Below("lb", "admin.sock"),
        MasterSocket = _directory.Below("lb", "master.sock"),
        Health = new HaproxyHealth { Path = "/health", Interval = TimeSpan.FromMilliseconds(200) },
    };

    private async Task InstallByHandAsync(string version, string host, int port)
    {
        var release = Path.Combine(host, "releases", "by-hand");
        Directory.CreateDirectory(release);
        await SiteProcess.RunAsync("tar", ["-xzf", await ArtifactAsync(version), "-C", release]);
        File.CreateSymbolicLink(Path.Combine(host, "current"), "releases/by-hand");
        await SiteProcess.RunAsync("bash", ["-c", "\"$0\" >/dev/null 2>&1", Path.Combine(release, "bin", "start")], Environment(host, port));
    }
}
