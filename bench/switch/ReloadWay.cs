using System.Diagnostics;
using BlueGreenServerless.Testing.Sites;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Bench.Switch;

/// <summary>The way of DigitalOcean's tutorial on blue-green deployments: rewrite the configuration, check it, reload.</summary>
internal sealed class ReloadWay : ISwitchWay
{
    private readonly string _folder;
    private readonly Func<Color, string> _configuration;
    private readonly SiteProcess _haproxy;

    private ReloadWay(string folder, Func<Color, string> configuration, SiteProcess haproxy) => (_folder, _configuration, _haproxy) = (folder, configuration, haproxy);

    public string Name => "reload";

    public static async Task<ReloadWay> StartAsync(string folder, int port, int blue, int green)
    {
        Directory.CreateDirectory(folder);
        string Configuration(Color color) => Text(folder, port, blue, green, color);
        await File.WriteAllTextAsync(Path.Combine(folder, "haproxy.cfg"), Configuration(Color.Blue));
        var haproxy = SiteProcess.Start("haproxy", ["-W", "-db", "-f", Path.Combine(folder, "haproxy.cfg")]);
        await Answering.UntilAsync(port);
        return new ReloadWay(folder, Configuration, haproxy);
    }

    public async Task ShiftAsync(Color color, CancellationToken cancellationToken)
    {
        var file = Path.Combine(_folder, "haproxy.cfg");
        await File.WriteAllTextAsync(file, _configuration(color), cancellationToken);
        await RunAsync("haproxy", ["-c", "-q", "-f", file], cancellationToken);
        await RunAsync("kill", ["-USR2", $"{_haproxy.Id}"], cancellationToken);
    }

    public ValueTask DisposeAsync() => _haproxy.DisposeAsync();

    private static async Task RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'{program} {string.Join(' ', arguments)}' exited with {process.ExitCode}.");
        }
    }

    private static string Text(string folder, int port, int blue, int green, Color live) =>
        $"""
        global
            stats socket unix@{folder}/admin.sock level admin expose-fd listeners
            hard-stop-after 5m
        defaults
            mode http
            timeout connect 2s
            timeout client 30s
            timeout server 30s
            timeout tunnel 1h
            option httpchk GET /health
            default-server check inter 500ms fall 2 rise 2
        frontend web
            bind 127.0.0.1:{port}
            default_backend {live.Lower()}
        backend blue
            server blue-1 127.0.0.1:{blue}
        backend green
            server green-1 127.0.0.1:{green}

        """;
}
