using System.Globalization;
using BlueGreenServerless.Clouds.Aws.Faults;
using BlueGreenServerless.Testing.HAProxy;
using BlueGreenServerless.Testing.Hosts;
using BlueGreenServerless.Testing.Net;

namespace BlueGreenServerless.ManyClouds.Tests.Fronts;

/// <summary>A real HAProxy with a configuration of its owner, of which we only move the traffic in its map. It serves one release after the other.</summary>
internal sealed class HaproxyHost : IAsyncDisposable
{
    private const string Key = "green_pct";

    private readonly TemporaryDirectory folder = new();
    private readonly int port = FreePort.Next();
    private readonly (string Blue, string Green) sites;
    private HaproxyProcess? haproxy;
    private AdminRelay? relay;

    private HaproxyHost((int Blue, int Green)? ports) =>
        sites = ports is { } given ? ($"127.0.0.1:{given.Blue}", $"127.0.0.1:{given.Green}") : ($"unix@{folder.Below("site.sock")}", $"unix@{folder.Below("site.sock")}");

    public AdminRelay Relay => relay!;

    public Uri Users => new($"http://127.0.0.1:{port}");

    /// <summary>Where the relay listens.</summary>
    public string Socket => folder.Below("relay.sock");

    public string Config => folder.Below("haproxy.cfg");

    private string Map => folder.Below("split.map");

    private string Admin => folder.Below("admin.sock");

    /// <param name="ports">Where blue and green listen; null when users do not come.</param>
    public static async Task<HaproxyHost> StartAsync((int Blue, int Green)? ports = null)
    {
        var host = new HaproxyHost(ports);
        await File.WriteAllTextAsync(host.Map, $"{Key} 0\n");
        await File.WriteAllTextAsync(host.Config, host.Configuration());
        host.haproxy = await HaproxyProcess.StartAsync(host.Config, host.Admin, host.folder.Below("master.sock"));
        host.relay = new AdminRelay(host.Socket, host.Admin);
        await host.ResetAsync();
        return host;
    }

    /// <summary>As it was at first: all traffic on blue, every server well.</summary>
    public async Task ResetAsync()
    {
        (Relay.Faults, Relay.Done, Relay.Missed, Relay.IsDown) = (new FaultPlan(), null, null, false);
        await AskAsync($"set server be_green/g1 state ready;set map {Map} {Key} 0");
        await File.WriteAllTextAsync(Map, $"{Key} 0\n");
        await Eventually.HoldsAsync(async () => (await AskAsync("show stat be_blue 4 -1;show stat be_green 4 -1")).Split('\n').Count(line => line.Contains(",L4OK,", StringComparison.Ordinal) && line.Contains(",UP,", StringComparison.Ordinal)) == 2);
    }

    /// <summary>Percent of green: of the process, and of the file that it reads when it starts.</summary>
    public async Task<(int Process, int File)> ReadAsync()
    {
        var reply = await AskAsync($"get map {Map} {Key}");
        var process = reply.Split("value=\"")[1].Split('"')[0];
        return (int.Parse(process, CultureInfo.InvariantCulture), int.Parse((await File.ReadAllTextAsync(Map)).Trim().Split(' ')[1], CultureInfo.InvariantCulture));
    }

    public void LoseGreen() => AskAsync("set server be_green/g1 state maint").GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        await (relay?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (haproxy?.DisposeAsync() ?? ValueTask.CompletedTask);
        folder.Dispose();
    }

    private Task<string> AskAsync(string command) => AdminSocket.AskAsync(Admin, command);

    private string Configuration() => $$"""
        global
            stats socket unix@{{Admin}} mode 600 level admin
        defaults
            mode http
            timeout connect 5s
            timeout client 60s
            timeout server 60s
            # a busy machine answers late, which is not down
            timeout check 20s
        frontend users
            bind 127.0.0.1:{{port}}
            use_backend be_%[req.hdr(X-Preview)] if { req.hdr(X-Preview) -m found }
            http-request set-var(txn.green) str({{Key}}),map_str_int({{Map}},0)
            use_backend be_green if { rand(100),sub(txn.green) -m int lt 0 }
            default_backend be_blue
        frontend site
            bind unix@{{folder.Below("site.sock")}}
            http-request return status 200
        backend be_blue
            server b1 {{sites.Blue}} check inter 500ms
        backend be_green
            server g1 {{sites.Green}} check inter 500ms

        """;
}
