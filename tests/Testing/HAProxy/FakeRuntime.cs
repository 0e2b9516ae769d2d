using System.Net.Sockets;
using System.Text;

namespace BlueGreenServerless.Testing.HAProxy;

/// <summary>Listens on a Unix socket as HAProxy does, and answers what a test wants: a text, nothing, or never.</summary>
public sealed class FakeRuntime : IAsyncDisposable
{
    private readonly Socket listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;

    /// <param name="answer">The reply to a command; null leaves the connection open without a word.</param>
    public FakeRuntime(string path, Func<string, string?> answer)
    {
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        serving = ServeAsync(answer);
    }

    /// <summary>Completed when the first command has come in.</summary>
    public TaskCompletionSource<string> Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Dispose();
        await serving;
        stop.Dispose();
    }

    private async Task ServeAsync(Func<string, string?> answer)
    {
        List<Socket> open = [];
        try
        {
            while (true)
            {
                var connection = await listener.AcceptAsync(stop.Token);
                open.Add(connection);
                var buffer = new byte[4096];
                var read = await connection.ReceiveAsync(buffer, stop.Token);
                var command = Encoding.UTF8.GetString(buffer, 0, read).Trim();
                Asked.TrySetResult(command);
                if (answer(command) is { } reply)
                {
                    await connection.SendAsync(Encoding.UTF8.GetBytes(reply), stop.Token);
                    connection.Dispose();
                }
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            open.ForEach(connection => connection.Dispose());
        }
    }
}
