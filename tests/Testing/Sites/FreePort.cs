using System.Net;
using System.Net.Sockets;

namespace BlueGreenServerless.Testing.Sites;

/// <summary>Ports of 127.0.0.1 that nothing listens on.</summary>
public static class FreePort
{
    /// <summary>Distinct ports: all are held while the last is found.</summary>
    public static IReadOnlyList<int> Find(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(l => l.Start());
        var ports = listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port).ToList();
        listeners.ForEach(l => l.Dispose());
        return ports;
    }

    public static int Find() => Find(1)[0];
}
