using System.Net.Sockets;
using System.Text;

namespace BlueGreenServerless.Clouds.Aws.Traffic;

/// <summary>One command on a socket of HAProxy.</summary>
public static class AdminSocket
{
    public static async Task<string> AskAsync(string path, string command)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(path));
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(command + "\n"));
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return (await reader.ReadToEndAsync()).Trim();
    }
}
