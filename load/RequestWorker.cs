using System.Net;
using System.Net.Sockets;

namespace BlueGreenServerless.Load;

/// <summary>Sends one request after the other. A request that has begun is finished, also when the load stops.</summary>
internal sealed class RequestWorker(RequestKind kind, IPEndPoint address, byte[] request, TimeSpan timeout, Pace pace, Tally tally, TimeProvider time)
{
    // A refused connection answers in microseconds; a load that hammers on it would only measure itself.
    private static readonly TimeSpan PauseAfterLoss = TimeSpan.FromMilliseconds(20);

    private HttpConnection? _connection;

    /// <param name="mayBegin">Asked before each request; false ends the worker.</param>
    /// <param name="stop">Ends the waiting between requests.</param>
    public async Task RunAsync(Func<bool> mayBegin, CancellationToken stop)
    {
        using var clock = new RequestClock(timeout, time);
        try
        {
            while (await NextAsync(mayBegin, stop))
            {
                await SendOneAsync(clock);
            }
        }
        finally
        {
            Close();
        }
    }

    private async ValueTask<bool> NextAsync(Func<bool> mayBegin, CancellationToken stop)
    {
        try
        {
            await pace.NextAsync(stop);
            return !stop.IsCancellationRequested && mayBegin();
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async ValueTask SendOneAsync(RequestClock clock)
    {
        var sent = time.GetTimestamp();
        try
        {
            var token = clock.Start();
            ForgetClosedConnection();
            _connection ??= await HttpConnection.OpenAsync(address, token);
            var head = await _connection.ExchangeAsync(request, token);
            tally.Answered(kind, head, sent);
            if (kind != RequestKind.KeepAlive || head.Close)
            {
                Close();
            }
        }
        catch (Exception failure) when (failure is SocketException or IOException or InvalidDataException or OperationCanceledException)
        {
            Close();
            tally.Lost(kind, Why(failure));
            await Task.Delay(PauseAfterLoss, time);
        }
    }

    private string Why(Exception failure) => failure switch
    {
        SocketException socket => socket.SocketErrorCode.ToString(),
        OperationCanceledException => $"no complete answer in {timeout.TotalSeconds:0.#} s",
        _ => failure.Message,
    };

    private void ForgetClosedConnection()
    {
        if (_connection is { ClosedWhileIdle: true })
        {
            tally.Reconnected();
            Close();
        }
    }

    private void Close()
    {
        _connection?.Dispose();
        _connection = null;
    }
}
