using System.Diagnostics;
using System.Net.Sockets;

namespace BlueGreenServerless.Testing.HAProxy;

/// <summary>A real HAProxy in master-worker mode, with its log in a file; stopped with all its workers.</summary>
public sealed class HaproxyProcess : IAsyncDisposable
{
    private readonly Process process;

    private HaproxyProcess(Process process, string log)
    {
        this.process = process;
        Log = log;
    }

    /// <summary>Path of the file that HAProxy's messages go to.</summary>
    public string Log { get; }

    /// <summary>Starts it and waits until both of its sockets answer.</summary>
    public static async Task<HaproxyProcess> StartAsync(string configuration, string socket, string masterSocket)
    {
        var log = configuration + ".log";
        var start = new ProcessStartInfo("bash", ["-c", "PATH=$PATH:/usr/sbin exec haproxy -W -S \"$0\" -f \"$1\" 2>\"$2\"", masterSocket, configuration, log]);
        var haproxy = new HaproxyProcess(Process.Start(start)!, log);
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

    private static async Task<bool> AnswersAsync(string path)
    {
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
