using System.Net.Sockets;
using System.Text;

namespace BlueGreenServerless.Bench.Switch;

/// <summary>HAProxy's command socket, held open in its interactive mode.</summary>
internal sealed class AdminSocket : IAsyncDisposable
{
    private readonly Socket _socket;
    private readonly byte[] _buffer = new byte[64 * 1024];

    private AdminSocket(Socket socket) => _socket = socket;

    public static async Task<AdminSocket> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
        var admin = new AdminSocket(socket);
        await admin.AskAsync("prompt", cancellationToken);
        // The prompt dies with the idle timeout of the socket, ten seconds unless it is told otherwise.
        await admin.AskAsync("set timeout cli 3600", cancellationToken);
        return admin;
    }

    public async Task<string> AskAsync(string command, CancellationToken cancellationToken)
    {
        await _socket.SendAsync(Encoding.ASCII.GetBytes(command + "\n"), cancellationToken);
        var filled = 0;
        do
        {
            var got = await _socket.ReceiveAsync(_buffer.AsMemory(filled), cancellationToken);
            filled += got > 0 ? got : throw new EndOfStreamException($"HAProxy closed its socket during '{command}'.");
        }
        while (!_buffer.AsSpan(0, filled).EndsWith("\n> "u8));
        return Encoding.ASCII.GetString(_buffer, 0, filled - 2).Trim();
    }

    /// <summary>Process id of the worker that answers; a reload changes it.</summary>
    public async Task<string> WorkerAsync(CancellationToken cancellationToken) =>
        (await AskAsync("show info", cancellationToken)).Split('\n').First(line => line.StartsWith("Pid:", StringComparison.Ordinal));

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
