using System.Net;
using System.Net.Sockets;

namespace BlueGreenServerless.Load;

/// <summary>Opens a WebSocket (RFC 6455) once and has it echo a text every 100 ms until the load stops. A break is a loss, never mended.</summary>
internal sealed class WebSocketWorker(IPEndPoint address, byte[] handshake, TimeSpan timeout, Tally tally, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    // A masked text frame "echo" (the mask may be any four bytes; this one is zero) and the frame that a server answers with.
    private static readonly byte[] Question = [0x81, 0x84, 0, 0, 0, 0, (byte)'e', (byte)'c', (byte)'h', (byte)'o'];
    private static readonly byte[] Answer = [0x81, 0x04, (byte)'e', (byte)'c', (byte)'h', (byte)'o'];

    public async Task RunAsync(CancellationToken stop)
    {
        using var clock = new RequestClock(timeout, time);
        try
        {
            using var connection = await HttpConnection.OpenAsync(address, clock.Start());
            await OpenAsync(connection, clock.Start());
            tally.WebSocketOpened();
            while (await NextAsync(stop))
            {
                await EchoAsync(connection, clock.Start());
                tally.Echoed();
            }
        }
        catch (Exception failure) when (failure is SocketException or IOException or InvalidDataException or OperationCanceledException)
        {
            tally.WebSocketBroken(failure.Message);
        }
    }

    private async Task OpenAsync(HttpConnection connection, CancellationToken cancellationToken)
    {
        await connection.SendAsync(handshake, cancellationToken);
        var head = await connection.ReadHeadAsync(cancellationToken);
        if (head.Status != 101)
        {
            throw new InvalidDataException($"The handshake was answered with status {head.Status}, not 101.");
        }
    }

    private static async Task EchoAsync(HttpConnection connection, CancellationToken cancellationToken)
    {
        var answer = new byte[Answer.Length];
        await connection.SendAsync(Question, cancellationToken);
        await connection.ReadAsync(answer, cancellationToken);
        if (!answer.AsSpan().SequenceEqual(Answer))
        {
            throw new InvalidDataException($"The echo was {Convert.ToHexString(answer)}, not {Convert.ToHexString(Answer)}.");
        }
    }

    private async ValueTask<bool> NextAsync(CancellationToken stop)
    {
        try
        {
            await Task.Delay(Interval, time, stop);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
