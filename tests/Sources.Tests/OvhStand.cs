using System.Net;
using System.Text;
using BlueGreenServerless.Clouds.Ovh;
using BlueGreenServerless.EndToEnd.Tests.Stand;
using BlueGreenServerless.Load;
using BlueGreenServerless.Testing.Cli;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Net;
using BlueGreenServerless.Testing.Sites;
using BlueGreenServerless.Testing.Ssh;

namespace BlueGreenServerless.Sources.Tests;

/// <summary>
/// A source document's site at OVH, on this machine: a double of the API with a real HAProxy behind it, hosts with a real sshd, version 1
/// live on blue. Credentials are where OVH's own tools look, in <c>ovh.conf</c> of the working directory.
/// </summary>
internal sealed class OvhStand : IAsyncDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly StandApp app;
    private SshServer? ssh;

    private OvhStand(StandApp app, OvhDouble cloud, IReadOnlyList<string> sites)
    {
        (this.app, Cloud) = (app, cloud);
        Ports = sites.Zip(FreePort.Next(sites.Count)).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }

    public OvhDouble Cloud { get; }

    /// <summary>Port of each site's application, by the site's name: blue-1, green-1 and so on.</summary>
    public IReadOnlyDictionary<string, int> Ports { get; }

    /// <summary>Where users come.</summary>
    public int UserPort { get; set; }

    public SshServer Ssh => ssh!;

    private string[] Secrets => [Cloud.Options.ApplicationSecret, Cloud.Options.ConsumerKey];

    /// <param name="example">Folder of the example whose file is used.</param>
    /// <param name="build">Makes the load balancer, and says what is other in the file on this machine.</param>
    /// <param name="sites">Names of the hosts.</param>
    public static async Task<OvhStand> StartAsync(StandApp app, string example, Func<OvhStand, Task<IReadOnlyList<(string There, string Here)>>> build, params string[] sites)
    {
        var stand = new OvhStand(app, await OvhDouble.StartAsync(withTraffic: true), sites);
        try
        {
            stand.ssh = await SshServer.StartAsync();
            await File.WriteAllTextAsync(stand.directory.Below("ovh.conf"), stand.Configuration());
            await stand.InstallFirstAsync();
            var yaml = Changed(await File.ReadAllTextAsync(Example(example)), [.. StandPauses.Changes, .. await build(stand)]);
            await File.WriteAllTextAsync(stand.directory.Below("bluegreen.yaml"), yaml);
            await Answering.UntilAsync(stand.UserPort);
            return stand;
        }
        catch
        {
            await stand.DisposeAsync();
            throw;
        }
    }

    public static string Example(string name) => Repository.Path("examples", name, "bluegreen.yaml");

    public Task<string> PackAsync(string version, string fault = "none") => app.PackAsync(version, fault, directory.Path);

    /// <summary>Runs the command in the directory of the user's file.</summary>
    public Task<BluegreenEnd> RunAsync(params string[] arguments) => Bluegreen.RunAsync(directory.Path, arguments);

    public LoadGenerator Load() => LoadGenerator.Start(
        new LoadPlan { Address = new IPEndPoint(IPAddress.Loopback, UserPort), KeepAliveWorkers = 3, NewConnectionWorkers = 3, RequestsPerSecond = 40 }, TimeProvider.System);

    public string Below(params string[] parts) => directory.Below(parts);

    public string Site(string name) => directory.Below("hosts", name);

    /// <summary>The ssh client's names and settings of the hosts, as the user's file has them.</summary>
    /// <param name="environment">Of the hooks, as a YAML mapping.</param>
    public string Hosts(string environment = "{}")
    {
        string Of(string color) => string.Join(", ", Ports.Keys.Select((name, index) => (name, index)).Where(each => each.name.StartsWith(color, StringComparison.Ordinal)).Select(each => $"{each.name}=h{each.index + 1}"));
        var settings = string.Join(", ", Ports.Keys.Select(name => $"{name}: {{ directory: {Site(name)}, env: {environment} }}"));
        return $"configFile: {Ssh.ClientConfig}\n      settings: {{ {settings} }}\n      blue: [{Of("blue")}]\n      green: [{Of("green")}]\n";
    }

    /// <summary>All that was written to disk: journal, records, logs, what lies on the hosts.</summary>
    public IReadOnlyList<string> FilesWithSecrets() =>
    [
        .. Directory.EnumerateFiles(directory.Path, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "ovh.conf" && !file.EndsWith(".sock", StringComparison.Ordinal))
            .Where(file => File.ReadAllBytes(file) is var bytes && Array.Exists(Secrets, secret => bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(secret)) >= 0)),
    ];

    public bool Tells(BluegreenEnd end) => Array.Exists(Secrets, secret => (end.Output + end.Errors).Contains(secret, StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        foreach (var site in Ports.Keys.Select(Site).Where(Directory.Exists))
        {
            await StandApp.StopAsync(site);
        }

        await (ssh?.DisposeAsync() ?? ValueTask.CompletedTask);
        await Cloud.DisposeAsync();
        LeftProcesses.Kill(directory.Path);
        directory.Dispose();
    }

    private static string Changed(string yaml, IReadOnlyList<(string There, string Here)> changes) => changes.Aggregate(yaml, (text, change) =>
        text.Contains(change.There, StringComparison.Ordinal) ? text.Replace(change.There, change.Here, StringComparison.Ordinal)
            : StandPauses.Changes.Contains(change) ? text : throw new InvalidOperationException($"The example has no '{change.There}' any more."));

    private string Configuration() => $"""
        [default]
        endpoint={Cloud.Endpoint}

        [{Cloud.Endpoint}]
        application_key={Cloud.Options.ApplicationKey}
        application_secret={Cloud.Options.ApplicationSecret}
        consumer_key={Cloud.Options.ConsumerKey}

        """;

    private async Task InstallFirstAsync()
    {
        var artifact = await PackAsync("1");
        foreach (var (name, port) in Ports)
        {
            Directory.CreateDirectory(Site(name));
            await File.WriteAllTextAsync(Path.Combine(Site(name), "site.env"), $"{app.Settings(directory.Path, port)}");
            if (name.StartsWith("blue", StringComparison.Ordinal))
            {
                await app.InstallFirstAsync(artifact, Site(name));
            }
        }
    }
}
