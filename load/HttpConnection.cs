using System.Net;
using System.Net.Sockets;

namespace BlueGreenServerless.Load;

/// <summary>One TCP connection that asks and reads answers.</summary>
internal sealed class HttpConnection : IDisposable
{
    private const int MaxHead = 32 * 1024;

    private readonly Socket _socket;
    private readonly byte[] _buffer = new byte[MaxHead];
    private int _filled;

    private HttpConnection(Socket socket) => _socket = socket;

    /// <summary>
    /// The other side has closed (or said something) although nothing was asked. Not a lost request: every HTTP client has to open a
    /// new connection then.
    /// </summary>
    public bool ClosedWhileIdle => _socket.Poll(0, SelectMode.SelectRead);

    public static async ValueTask<HttpConnection> OpenAsync(IPEndPoint address, CancellationToken cancellationToken)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, cancellationToken);
            return new HttpConnection(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Sends a request and reads its whole answer.</summary>
    public async ValueTask<AnswerHead> ExchangeAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        await SendAsync(request, cancellationToken);
        var head = await ReadHeadAsync(cancellationToken);
        await SkipBodyAsync(head, cancellationToken);
        return head;
    }

    public async ValueTask SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await _socket.SendAsync(bytes, cancellationToken)..];
        }
    }

    public async ValueTask<AnswerHead> ReadHeadAsync(CancellationToken cancellationToken)
    {
        AnswerHead head;
        while (!AnswerHead.TryParse(_buffer.AsSpan(0, _filled), out head))
        {
            await FillAsync(cancellationToken);
        }

        Consume(head.Size);
        return head;
    }

    /// <summary>Reads exactly this many bytes of what follows the head.</summary>
    public async ValueTask ReadAsync(Memory<byte> bytes, CancellationToken cancellationToken)
    {
        while (_filled < bytes.Length)
        {
            await FillAsync(cancellationToken);
        }

        _buffer.AsMemory(0, bytes.Length).CopyTo(bytes);
        Consume(bytes.Length);
    }

    public void Dispose() => _socket.Dispose();

    private async ValueTask SkipBodyAsync(AnswerHead head, CancellationToken cancellationToken)
    {
        var left = head.ContentLength ?? (head.Status is 204 or 304 ? 0 : long.MaxValue);
        while (left > 0)
        {
            var some = (int)Math.Min(left, _filled);
            Consume(some);
            left -= some;
            if (left > 0 && !await TryFillAsync(cancellationToken))
            {
                _ = head.ContentLength is null ? left = 0 : throw Aborted();
            }
        }
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (!await TryFillAsync(cancellationToken))
        {
            throw Aborted();
        }
    }

    private async ValueTask<bool> TryFillAsync(CancellationToken cancellationToken)
    {
        if (_filled == _buffer.Length)
        {
            throw new InvalidDataException($"The answer's head is longer than {MaxHead} bytes.");
        }

        var got = await _socket.ReceiveAsync(_buffer.AsMemory(_filled), cancellationToken);
        _filled += got;
        return got > 0;
    }

    private void Consume(int size)
    {
        _buffer.AsSpan(size, _filled - size).CopyTo(_buffer);
        _filled -= size;
    }

    private static EndOfStreamException Aborted() => new("The connection was closed before the answer was complete.");
}
