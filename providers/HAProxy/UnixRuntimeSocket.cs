using System.Net.Sockets;
using System.Text;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>HAProxy on this machine.</summary>
internal sealed class UnixRuntimeSocket(TimeProvider time) : IRuntimeSocket
{
    private const int MaxReply = 16 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan QuickAnswer = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan RefusedPatience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RefusedPause = TimeSpan.FromMilliseconds(10);

    public async Task<string> AskAsync(string socket, string commands, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await PatientlyAsync(socket, commands, both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ProviderUnavailableException($"HAProxy did not answer on '{socket}' within {Patience.TotalSeconds} s. Check that it runs and is not overloaded.");
        }
        catch (SocketException error) when (error.SocketErrorCode == SocketError.AccessDenied)
        {
            throw new ProviderRefusedException($"HAProxy's socket '{socket}' may not be opened by this user. Run as its owner or a member of its group.", error);
        }
        catch (Exception error) when (error is SocketException or IOException)
        {
            throw new ProviderUnavailableException($"HAProxy cannot be reached on '{socket}': {error.Message}. Check that it runs and has this socket.", error);
        }
    }

    /// <summary>
    /// The master executes itself anew at start and at every reload: for a moment nobody listens on its socket, and who waited in its queue is
    /// reset. Every command may be given twice.
    /// </summary>
    private async Task<string> PatientlyAsync(string path, string commands, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        while (true)
        {
            try
            {
                return await ExchangeAsync(path, commands, cancellationToken);
            }
            catch (SocketException error)
                when (error.SocketErrorCode is SocketError.ConnectionRefused or SocketError.ConnectionReset && time.GetElapsedTime(begun) <= RefusedPatience)
            {
                await Task.Delay(RefusedPause, time, cancellationToken);
            }
        }
    }

    private static async Task<string> ExchangeAsync(string path, string commands, CancellationToken cancellationToken)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
        await socket.SendAsync(Encoding.UTF8.GetBytes(commands + "\n"), cancellationToken);
        // the master keeps the connection open until it sees the end of the commands
        socket.Shutdown(SocketShutdown.Send);
        using var reply = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await ReceiveAsync(socket, buffer, cancellationToken) is > 0 and var read)
        {
            reply.Write(buffer, 0, read);
            if (reply.Length > MaxReply)
            {
                throw new ProviderRefusedException($"HAProxy's socket '{path}' sent more than {MaxReply} bytes. Check that it is HAProxy's admin socket.");
            }
        }

        return Encoding.UTF8.GetString(reply.GetBuffer(), 0, (int)reply.Length);
    }

    /// <summary>HAProxy answers in a fraction of a millisecond; staying on this thread for it saves the switch to another and back.</summary>
    private static ValueTask<int> ReceiveAsync(Socket socket, byte[] buffer, CancellationToken cancellationToken)
    {
        socket.Poll(QuickAnswer, SelectMode.SelectRead);
        return socket.ReceiveAsync(buffer, cancellationToken);
    }
}
