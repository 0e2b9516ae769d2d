using System.Globalization;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.HAProxy;
using BlueGreenServerless.Testing.HAProxy;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Net;

namespace BlueGreenServerless.Providers.Tests.HAProxy;

/// <summary>Two real colours behind a real HAProxy, in a directory of their own.</summary>
internal sealed class HaproxyFixture : IAsyncDisposable
{
    private readonly TemporaryDirectory directory = new("hap-");

    private HaproxyFixture(Func<HaproxyOptions, HaproxyOptions> change)
    {
        var port = FreePort.Next();
        Base = new Uri($"http://127.0.0.1:{port}");
        Options = change(new HaproxyOptions
        {
            Config = $"{Folder.FullName}/haproxy.cfg",
            Socket = $"{Folder.FullName}/admin.sock",
            MasterSocket = $"{Folder.FullName}/master.sock",
            Binds = [$"127.0.0.1:{port}"],
            Blue = [$"127.0.0.1:{Blue.Port}"],
            Green = [$"127.0.0.1:{Green.Port}"],
            Health = new HaproxyHealth { Interval = TimeSpan.FromMilliseconds(100) },
        });
    }

    public DirectoryInfo Folder => new(directory.Path);

    public TinySite Blue { get; } = new("blue");

    public TinySite Green { get; } = new("green");

    public Uri Base { get; }

    public HaproxyOptions Options { get; set; }

    public HttpClient Client { get; } = new(new SocketsHttpHandler { UseCookies = false }) { Timeout = TimeSpan.FromSeconds(30) };

    public HaproxyProcess Process { get; private set; } = null!;

    public PortContext Context { get; set; } = new(TimeProvider.System, _ => throw new InvalidOperationException("no hosts here"), new PassingNotes());

    public ITrafficRouter Router => new HAProxyProvider().Router!.Create(Options, Context);

    public IMetricSource Metrics => new HAProxyProvider().Metrics!.Create(Options, Context);

    public string Map => $"{Folder.FullName}/split.map";

    public static Task<HaproxyFixture> StartAsync() => StartAsync(options => options);

    public static async Task<HaproxyFixture> StartAsync(Func<HaproxyOptions, HaproxyOptions> change)
    {
        var fixture = new HaproxyFixture(change);
        await HaproxyInstallation.WriteAsync(fixture.Options, TimeProvider.System, CancellationToken.None);
        fixture.Process = await HaproxyProcess.StartAsync(fixture.Options.Config, fixture.Options.Socket, fixture.Options.MasterSocket);
        return fixture;
    }

    /// <summary>Reaches HAProxy through a hosts provider that runs bash on this machine.</summary>
    public void ReachThroughHosts(IHostCommands hosts)
    {
        Options = Options with { Balancers = [new PortBinding("bash", default)] };
        Context = Context with { Hosts = _ => hosts };
    }

    public Task<string> AskAsync(string commands) => new UnixRuntimeSocket(TimeProvider.System).AskAsync(Options.Socket, commands, CancellationToken.None);

    public async Task<string> WorkerAsync() => RuntimeReply.Info(await AskAsync("show info"))["Pid"];

    /// <summary>Reloads as an operator would, and waits for the new worker.</summary>
    public async Task ReloadAsync()
    {
        var worker = await WorkerAsync();
        await new UnixRuntimeSocket(TimeProvider.System).AskAsync(Options.MasterSocket, "reload", CancellationToken.None);
        await Eventually.HoldsAsync(async () => await WorkerAsync() != worker);
    }

    public async Task<string> GetAsync(string path = "/", params (string Name, string Value)[] headers)
    {
        using var response = await SendAsync(path, headers);
        return await response.Content.ReadAsStringAsync();
    }

    public Task<HttpResponseMessage> SendAsync(string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Base, path));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Client.SendAsync(request);
    }

    /// <summary>How many of <paramref name="count"/> requests each colour answered.</summary>
    public async Task<Dictionary<string, int>> CountAsync(int count)
    {
        var answers = new List<string>();
        for (var number = 0; number < count; number++)
        {
            answers.Add(await GetAsync("/" + number.ToString(CultureInfo.InvariantCulture)));
        }

        return answers.GroupBy(answer => answer).ToDictionary(group => group.Key, group => group.Count());
    }

    public async ValueTask DisposeAsync()
    {
        if (Process is not null)
        {
            await Process.DisposeAsync();
        }

        Client.Dispose();
        await Blue.DisposeAsync();
        await Green.DisposeAsync();
        directory.Dispose();
    }
}
