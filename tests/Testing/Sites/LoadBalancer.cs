using System.Net.Sockets;
using System.Text;
using BlueGreenServerless.Testing.Net;

namespace BlueGreenServerless.Testing.Sites;

/// <summary>A real HAProxy with one blue and one green server and a runtime map that says which gets the traffic.</summary>
public sealed class LoadBalancer : IAsyncDisposable
{
    private readonly SiteProcess _process;
    private readonly string _folder;

    private LoadBalancer(SiteProcess process, string folder, int port) => (_process, _folder, Port) = (process, folder, port);

    public int Port { get; }

    public static async Task<LoadBalancer> StartAsync(string folder, int blue, int green)
    {
        var port = FreePort.Next();
        var configuration = Path.Combine(folder, "haproxy.cfg");
        await File.WriteAllTextAsync(Path.Combine(folder, "live.map"), "live blue\n");
        await File.WriteAllTextAsync(configuration, Configuration(folder, port, blue, green));
        var process = SiteProcess.Start("haproxy", ["-db", "-f", configuration]);
        await Answering.UntilAsync(port);
        return new LoadBalancer(process, folder, port);
    }

    /// <summary>Moves the traffic by one runtime command.</summary>
    public async Task ShiftAsync(string color)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(Path.Combine(_folder, "admin.sock")));
        await socket.SendAsync(Encoding.ASCII.GetBytes($"set map {Path.Combine(_folder, "live.map")} live {color}\n"));
        await using var stream = new NetworkStream(socket);
        using var reader = new StreamReader(stream);
        var answer = (await reader.ReadToEndAsync()).Trim();
        if (answer.Length > 0)
        {
            throw new InvalidOperationException($"HAProxy said '{answer}'.");
        }
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static string Configuration(string folder, int port, int blue, int green) =>
        $"""
        global
            stats socket unix@{folder}/admin.sock level admin
        defaults
            mode http
            timeout connect 2s
            timeout client 30s
            timeout server 30s
            timeout tunnel 1h
        frontend web
            bind 127.0.0.1:{port}
            use_backend %[str(live),map({folder}/live.map,blue)]
        backend blue
            server blue-1 127.0.0.1:{blue}
        backend green
            server green-1 127.0.0.1:{green}

        """;
}
