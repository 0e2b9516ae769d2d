using System.Net;
using System.Net.Sockets;

namespace BlueGreenServerless.Testing.Net;

/// <summary>A port of the loopback interface that nothing listens on.</summary>
public static class FreePort
{
    public static int Next()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
