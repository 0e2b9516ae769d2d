using System.Net;
using System.Net.Sockets;

namespace BlueGreenServerless.Cli.Demo;

/// <summary>Free ports of 127.0.0.1: one for users and one for each site.</summary>
internal sealed record DemoPorts(int Users, IReadOnlyDictionary<string, int> Sites)
{
    /// <summary>
    /// Below the ports that the kernel gives to outgoing connections (32768 and up): a site that is down for a moment must find its
    /// port free again, with thousands of connections of the demo's users around it.
    /// </summary>
    private const int First = 20000;
    private const int Count = 12000;

    public static DemoPorts Find(IReadOnlyList<string> sites)
    {
        var ports = Free(Random.Shared.Next(Count)).Take(sites.Count + 1).ToList();
        return ports.Count > sites.Count
            ? new DemoPorts(ports[^1], sites.Zip(ports).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))
            : throw new InvalidOperationException($"Only {ports.Count} of the ports {First} to {First + Count - 1} of 127.0.0.1 are free; the demo needs {sites.Count + 1}.");
    }

    private static IEnumerable<int> Free(int start) => Enumerable.Range(0, Count).Select(i => First + ((start + i) % Count)).Where(IsFree);

    private static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            return false;
        }
    }
}
