using System.Net.Sockets;
using System.Text;

namespace BlueGreenServerless.Testing.HAProxy;

/// <summary>One command on a socket of HAProxy.</summary>
public static class AdminSocket
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task<string> AskAsync(string path, string command)
    {
        using var socket = await ConnectAsync(path);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(command + "\n"));
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return (await reader.ReadToEndAsync()).Trim();
    }

    /// <summary>For a moment of every reload nobody listens on the socket of the master.</summary>
    private static async Task<Socket> ConnectAsync(string path)
    {
        for (var begun = TimeProvider.System.GetTimestamp(); ;)
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(path));
                return socket;
            }
            catch (SocketException refused) when (refused.SocketErrorCode == SocketError.ConnectionRefused && TimeProvider.System.GetElapsedTime(begun) < Patience)
            {
                socket.Dispose();
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
            }
        }
    }
}
