using System.Diagnostics;
using System.Net.Sockets;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.Testing.HAProxy;

/// <summary>A real HAProxy in master-worker mode, with its log in a file; stopped with all its workers.</summary>
public sealed class HaproxyProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly string socket;
    private readonly string masterSocket;

    private HaproxyProcess(Process process, string log, string socket, string masterSocket) =>
        (this.process, Log, this.socket, this.masterSocket) = (process, log, socket, masterSocket);

    /// <summary>Path of the file that HAProxy's messages go to.</summary>
    public string Log { get; }

    /// <summary>Starts it and waits until both of its sockets answer.</summary>
    public static async Task<HaproxyProcess> StartAsync(string configuration, string socket, string masterSocket)
    {
        var log = configuration + ".log";
        var start = new ProcessStartInfo("bash", ["-c", "PATH=$PATH:/usr/sbin exec haproxy -W -S \"$0\" -f \"$1\" 2>\"$2\"", masterSocket, configuration, log]);
        var haproxy = new HaproxyProcess(Process.Start(start)!, log, socket, masterSocket);
        for (var attempt = 0; !(await AnswersAsync(socket) && await AnswersAsync(masterSocket)); attempt++)
        {
            if (haproxy.process.HasExited || attempt > 500)
            {
                throw new InvalidOperationException($"HAProxy did not start: {await File.ReadAllTextAsync(log)}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }

        return haproxy;
    }

    /// <summary>Reads its configuration anew; returns when another worker answers.</summary>
    public async Task ReloadAsync()
    {
        var before = await PidAsync();
        await Eventually.HoldsAsync(IsAskedAsync);
        await Eventually.HoldsAsync(async () => await PidAsync() is { } now && now != before);
    }

    /// <summary>Kills master and workers at once.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }

    /// <summary>The master starts anew for a reload: it may cut the one who asks for it, and not answer the next one for a moment.</summary>
    private async Task<bool> IsAskedAsync()
    {
        try
        {
            await AdminSocket.AskAsync(masterSocket, "reload");
            return true;
        }
        catch (IOException)
        {
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Null while one worker hands over to the next: a caller may find that nobody answers, or be cut.</summary>
    private async Task<string?> PidAsync()
    {
        try
        {
            return (await AdminSocket.AskAsync(socket, "show info")).Split('\n').FirstOrDefault(line => line.StartsWith("Pid:", StringComparison.Ordinal));
        }
        catch (Exception handover) when (handover is SocketException or IOException)
        {
            return null;
        }
    }

    private static async Task<bool> AnswersAsync(string path)
    {
        try
        {
            using var caller = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await caller.ConnectAsync(new UnixDomainSocketEndPoint(path));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
