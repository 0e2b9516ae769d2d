using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BlueGreenServerless.Testing.HAProxy;

/// <summary>A small real web server: answers its name, keeps connections alive, and can be slow, broken or unhealthy.</summary>
public sealed class TinySite : IAsyncDisposable
{
    private readonly TcpListener listener;
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<Task, bool> connections = new();
    private readonly Task accepting;
    private int served;
    private int waiting;
    private bool disposed;

    /// <param name="address">Of 127.0.0.0/8; null for 127.0.0.1.</param>
    /// <param name="port">0 for any free one.</param>
    public TinySite(string name, IPAddress? address = null, int port = 0)
    {
        Name = name;
        listener = new TcpListener(address ?? IPAddress.Loopback, port);
        listener.Start();
        accepting = AcceptAsync();
    }

    public string Name { get; }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public int HealthStatus { get; set; } = 200;

    public int Status { get; set; } = 200;

    public TimeSpan Delay { get; set; }

    /// <summary>Holds every answer back until it is completed.</summary>
    public TaskCompletionSource? Gate { get; set; }

    /// <summary>Requests answered, health checks not counted.</summary>
    public int Served => Volatile.Read(ref served);

    /// <summary>Requests that have come in and are not answered yet.</summary>
    public int Waiting => Volatile.Read(ref waiting);

    public async ValueTask DisposeAsync()
    {
        if (disposed)
        {
            return;
        }

        disposed = true;
        await stop.CancelAsync();
        await accepting;
        listener.Stop();
        await Task.WhenAll(connections.Keys);
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var connection = ServeAsync(await listener.AcceptTcpClientAsync(stop.Token));
                connections.TryAdd(connection, true);
                _ = connection.ContinueWith(done => connections.TryRemove(done, out _), TaskScheduler.Default);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // the site is stopped
            return;
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var owned = client;
        try
        {
            using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
            while (await reader.ReadLineAsync(stop.Token) is { } request)
            {
                var close = false;
                while (await reader.ReadLineAsync(stop.Token) is { Length: > 0 } header)
                {
                    close |= header.Equals("connection: close", StringComparison.OrdinalIgnoreCase);
                }

                var (status, body) = await AnswerAsync(request.Split(' ')[1]);
                var head = $"HTTP/1.1 {status} Said\r\nContent-Length: {body.Length}\r\n{(close ? "Connection: close\r\n" : "")}\r\n";
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head + body), stop.Token);
                if (close)
                {
                    return;
                }
            }
        }
        catch (Exception end) when (end is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // the other side went, or the site is stopped
            return;
        }
    }

    private async Task<(int Status, string Body)> AnswerAsync(string path)
    {
        if (path == "/health")
        {
            return (HealthStatus, "health");
        }

        Interlocked.Increment(ref waiting);
        await Task.Delay(Delay, stop.Token);
        await (Gate?.Task ?? Task.CompletedTask).WaitAsync(stop.Token);
        Interlocked.Decrement(ref waiting);
        Interlocked.Increment(ref served);
        return (Status, Name);
    }
}
