using System.Net.Sockets;
using System.Text;
using BlueGreenServerless.Clouds.Aws.Faults;
using BlueGreenServerless.Clouds.Aws.Http;
using BlueGreenServerless.Testing.HAProxy;

namespace BlueGreenServerless.ManyClouds.Tests.Fronts;

/// <summary>
/// Stands between us and the admin socket of a real HAProxy, and loses what it is told to. Operations are the first two words of a command:
/// <c>get map</c>, <c>set map</c>, <c>show stat</c>.
/// </summary>
internal sealed class AdminRelay : IAsyncDisposable
{
    public const string Service = "haproxy";

    private readonly Socket listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly CancellationTokenSource stop = new();
    private readonly string socket;
    private readonly Task serving;

    /// <param name="path">Where it listens.</param>
    /// <param name="socket">HAProxy's.</param>
    public AdminRelay(string path, string socket)
    {
        this.socket = socket;
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        serving = ServeAsync();
    }

    public FaultPlan Faults { get; set; } = new();

    /// <summary>Is told of every command that HAProxy was given, after it.</summary>
    public Action<string>? Done { get; set; }

    /// <summary>Nobody is there: every connection is closed without an answer.</summary>
    public bool IsDown { get; set; }

    /// <summary>Is told of every command that came while nobody was there.</summary>
    public Action? Missed { get; set; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Dispose();
        await serving;
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                _ = AnswerAsync(await listener.AcceptAsync(stop.Token));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // it is over
            return;
        }
    }

    private async Task AnswerAsync(Socket accepted)
    {
        using var connection = accepted;
        try
        {
            await using var stream = new NetworkStream(connection);
            using var reader = new StreamReader(stream, Encoding.ASCII);
            var command = (await reader.ReadToEndAsync(stop.Token)).Trim();
            if (await AskAsync(command) is { } reply)
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(reply + "\n\n"), stop.Token);
            }
        }
        catch (Exception end) when (end is IOException or SocketException or OperationCanceledException)
        {
            // whoever asked has gone, or it is over
            return;
        }
    }

    /// <returns>Null: the connection is closed without a word.</returns>
    private async Task<string?> AskAsync(string command)
    {
        var operation = string.Join(' ', command.Split(' ', ';').Take(2));
        var request = new WireRequest("", "/", "", new Dictionary<string, string>(StringComparer.Ordinal), Encoding.ASCII.GetBytes(command));
        var fault = Faults.Next(Service, operation, request);
        if (IsDown)
        {
            Missed?.Invoke();
        }

        if (IsDown || fault?.Kind is FaultKind.LostRequest or FaultKind.Error)
        {
            return null;
        }

        var reply = await AdminSocket.AskAsync(socket, command);
        Done?.Invoke(command);
        return fault?.Kind is FaultKind.LostReply or FaultKind.ErrorAfterEffect ? null : reply;
    }
}
