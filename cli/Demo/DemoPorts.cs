using System.Net;
using System.Net.Sockets;

namespace BlueGreenServerless.Cli.Demo;

/// <summary>Free ports of 127.0.0.1: one for users and one for each site.</summary>
internal sealed record DemoPorts(int Users, IReadOnlyDictionary<string, int> Sites)
{
    public static DemoPorts Find(IReadOnlyList<string> sites)
    {
        // All are held until the last is found, so that they differ.
        var listeners = Enumerable.Range(0, sites.Count + 1).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        try
        {
            listeners.ForEach(listener => listener.Start());
            var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToList();
            return new DemoPorts(ports[^1], sites.Zip(ports).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));
        }
        finally
        {
            listeners.ForEach(listener => listener.Dispose());
        }
    }
}
