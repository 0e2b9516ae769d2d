using BlueGreenServerless.Load;
using BlueGreenServerless.Testing.Cli;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Sites;

namespace BlueGreenServerless.EndToEnd.Tests.Stand;

/// <summary>
/// A production site in a temporary directory: a real HAProxy, two sites for each colour, version 1 live on blue, and the user's
/// bluegreen.yaml. Everything that it started ends with it.
/// </summary>
internal sealed class ReleaseStand : IAsyncDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly StandBalancer _balancer;

    private ReleaseStand(StandApp app)
    {
        App = app;
        Ports = StandPorts.Find();
        _balancer = new StandBalancer(_directory.Path, Ports);
    }

    public StandApp App { get; }

    public StandPorts Ports { get; }

    public string Directory => _directory.Path;

    public string Journal => _directory.Below(".bluegreen", "journal.db");

    /// <param name="changes">Turns the default bluegreen.yaml into that of the test.</param>
    public static async Task<ReleaseStand> StartAsync(StandApp app, Func<string, string>? changes = null)
    {
        var stand = new ReleaseStand(app);
        try
        {
            var yaml = StandConfiguration.Yaml(stand);
            await File.WriteAllTextAsync(stand._directory.Below("bluegreen.yaml"), changes is null ? yaml : changes(yaml));
            await stand.InstallFirstAsync();
            await stand._balancer.StartAsync(stand._directory.Below("bluegreen.yaml"));
            return stand;
        }
        catch
        {
            await stand.DisposeAsync();
            throw;
        }
    }

    public string Site(string name) => _directory.Below("hosts", name);

    public Task<string> PackAsync(string version, string fault = "none") => App.PackAsync(version, fault, _directory.Path);

    /// <summary>Runs the command in the directory of the user's file.</summary>
    public Task<BluegreenEnd> RunAsync(params string[] arguments) => Bluegreen.RunAsync(Directory, arguments);

    public LoadGenerator Load(double requestsPerSecond = 100) => LoadGenerator.Start(
        new LoadPlan
        {
            Address = new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, Ports.Users),
            KeepAliveWorkers = 4,
            NewConnectionWorkers = 4,
            RequestsPerSecond = requestsPerSecond,
        },
        TimeProvider.System);

    /// <summary>Percent of green as HAProxy has it now.</summary>
    public Task<int> GreenPercentAsync() => _balancer.GreenPercentAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var site in StandPorts.Sites.Select(Site).Where(System.IO.Directory.Exists))
        {
            await StandApp.StopAsync(site);
        }

        await _balancer.DisposeAsync();
        LeftProcesses.Kill(Directory);
        _directory.Dispose();
    }

    private async Task InstallFirstAsync()
    {
        foreach (var name in StandPorts.Sites)
        {
            System.IO.Directory.CreateDirectory(Site(name));
            await File.WriteAllTextAsync(Path.Combine(Site(name), "site.env"), App.Settings(Directory, Ports.Of[name]));
        }

        var artifact = await PackAsync("1");
        foreach (var name in StandPorts.Blue)
        {
            await App.InstallFirstAsync(artifact, Site(name));
        }
    }
}
