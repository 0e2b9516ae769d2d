using System.Net;
using System.Net.Sockets;

namespace BlueGreenServerless.Testing.Net;

/// <summary>
/// Ports of 127.0.0.1 that nothing listens on. They lie below those that the kernel gives to outgoing connections, and no two test
/// processes get the same one: a file that all of a machine share, whatever their folder for temporary files is, says which was given last.
/// </summary>
public static class FreePort
{
    private const int First = 12000;
    private const int Count = 8000;

    private static readonly string Last = "/tmp/bluegreen-tests.port";

    public static int Next() => Next(1)[0];

    public static IReadOnlyList<int> Next(int count)
    {
        using var last = Hold();
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        var at = last.Read(bytes) == bytes.Length ? BitConverter.ToInt32(bytes) : First;
        var ports = Enumerable.Range(1, Count).Select(i => First + ((at - First + i) % Count)).Where(IsFree).Take(count).ToList();
        last.Position = 0;
        last.Write(BitConverter.GetBytes(ports[^1]));
        return ports;
    }

    private static FileStream Hold()
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(Last, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromMinutes(1))
            {
                // another test process holds it for some microseconds
                Thread.Yield();
            }
        }
    }

    private static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse)
        {
            return false;
        }
    }
}
