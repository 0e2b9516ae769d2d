using System.Net;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.HAProxy;
using BlueGreenServerless.Testing.Net;
using BlueGreenServerless.Testing.Sites;

namespace BlueGreenServerless.Bench.Switch;

/// <summary>Two C services as blue (version 1) and green (version 2), a HAProxy that the provider has configured, and one that is reloaded.</summary>
internal sealed class Arena : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> _parts = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("bluegreen-switch-").FullName;

    private Arena()
    {
    }

    public ISwitchWay Provider { get; private set; } = null!;

    public ISwitchWay Floor { get; private set; } = null!;

    public ISwitchWay Reload { get; private set; } = null!;

    /// <summary>The HAProxy with the runtime map.</summary>
    public AdminSocket Admin { get; private set; } = null!;

    /// <summary>Where users come to the HAProxy with the runtime map.</summary>
    public IPEndPoint MapAddress { get; private set; } = null!;

    /// <summary>Where they come to the one that is reloaded.</summary>
    public IPEndPoint ReloadAddress { get; private set; } = null!;

    public static async Task<Arena> StartAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var arena = new Arena();
        try
        {
            await arena.FillAsync(time, cancellationToken);
            return arena;
        }
        catch
        {
            await arena.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (_parts.TryPop(out var part))
        {
            await part.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private async Task FillAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var blue = Part(await CService.StartAsync("1"));
        var green = Part(await CService.StartAsync("2"));
        var ports = FreePort.Next(2);
        (MapAddress, ReloadAddress) = (new IPEndPoint(IPAddress.Loopback, ports[0]), new IPEndPoint(IPAddress.Loopback, ports[1]));

        var options = Options(MapAddress, blue.Port, green.Port);
        Part(await StartHaproxyAsync(options));
        var context = new PortContext(time, _ => throw new NotSupportedException("The bench has no remote hosts."), new PassingNotes());
        Provider = Part(new ProviderWay(new HAProxyProvider().Router!.Create(options, context)));
        Floor = Part(new FloorWay(await AdminSocket.OpenAsync(options.Socket, cancellationToken), Path.Combine(_folder, "split.map")));
        Admin = Part(await AdminSocket.OpenAsync(options.Socket, cancellationToken));
        Reload = Part(await ReloadWay.StartAsync(Path.Combine(_folder, "reload"), ReloadAddress.Port, blue.Port, green.Port));
    }

    private HaproxyOptions Options(IPEndPoint bind, int blue, int green) => new()
    {
        Blue = [$"127.0.0.1:{blue}"],
        Green = [$"127.0.0.1:{green}"],
        Binds = [$"{bind}"],
        Config = Path.Combine(_folder, "haproxy.cfg"),
        Socket = Path.Combine(_folder, "admin.sock"),
        MasterSocket = Path.Combine(_folder, "master.sock"),
        ServerKeepAlive = true,
    };

    private async Task<SiteProcess> StartHaproxyAsync(HaproxyOptions options)
    {
        await File.WriteAllTextAsync(options.Config, HaproxyConfiguration.Render(options).Text);
        await File.WriteAllTextAsync(Path.Combine(_folder, "split.map"), $"{HaproxyConfiguration.SplitKey} 0\n");
        var haproxy = SiteProcess.Start("haproxy", ["-W", "-db", "-S", options.MasterSocket, "-f", options.Config]);
        await Answering.UntilAsync(MapAddress.Port);
        return haproxy;
    }

    private T Part<T>(T part)
        where T : IAsyncDisposable
    {
        _parts.Push(part);
        return part;
    }
}
