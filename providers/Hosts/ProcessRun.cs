using System.Diagnostics;
using System.Text;

namespace BlueGreenServerless.Providers.Hosts;

/// <summary>A program on this machine with its output going to a <see cref="HostOutput"/>.</summary>
internal sealed class ProcessRun : IDisposable
{
    /// <summary>How long after the program's end its output is still read, when something that it left behind keeps it open.</summary>
    private static readonly TimeSpan OutputGrace = TimeSpan.FromSeconds(2);

    private readonly Process process;
    private readonly TimeProvider time;

    private readonly CancellationTokenRegistration stop;

    private ProcessRun(Process process, TimeProvider time, CancellationToken cancellationToken)
    {
        (this.process, this.time) = (process, time);
        stop = cancellationToken.Register(Kill);
    }

    public Stream StandardOutput => process.StandardOutput.BaseStream;

    /// <param name="environment">The whole environment; null: that of this process.</param>
    /// <param name="cancellationToken">Kills the program and everything that it started.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">The program is not there.</exception>
    public static ProcessRun Start(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment, TimeProvider time, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (environment is not null)
        {
            start.Environment.Clear();
            foreach (var (name, value) in environment)
            {
                start.Environment[name] = value;
            }
        }

        return new ProcessRun(Process.Start(start) ?? throw new InvalidOperationException($"'{program}' did not start."), time, cancellationToken);
    }

    /// <summary>False when the program does not listen any more; its end tells why.</summary>
    public async Task<bool> WriteAsync(Func<Stream, Task> write)
    {
        try
        {
            await write(process.StandardInput.BaseStream);
            await process.StandardInput.BaseStream.FlushAsync();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public Task<bool> WriteAsync(string text) => WriteAsync(stream => stream.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask());

    public void CloseInput() => process.StandardInput.Close();

    /// <summary>Begins to read standard error, which must not fill up while something else is waited for.</summary>
    public Task PumpErrors(HostOutput output) => PumpAsync(process.StandardError.BaseStream, output, standard: false);

    /// <summary>Waits for the end and the output.</summary>
    public async Task<int> EndAsync(HostOutput output, Task errors, CancellationToken cancellationToken)
    {
        var standard = PumpAsync(StandardOutput, output, standard: true);
        await process.WaitForExitAsync(cancellationToken);
        await Task.WhenAny(Task.WhenAll(standard, errors), Task.Delay(OutputGrace, time, cancellationToken));
        return process.ExitCode;
    }

    /// <summary>Kills the program and everything that it started, if it still runs.</summary>
    public void Dispose()
    {
        stop.Dispose();
        Kill();
        process.Dispose();
    }

    private void Kill()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static async Task PumpAsync(Stream stream, HostOutput output, bool standard)
    {
        var bytes = new byte[8192];
        var characters = new char[Encoding.UTF8.GetMaxCharCount(bytes.Length)];
        var decoder = Encoding.UTF8.GetDecoder();
        try
        {
            while (await stream.ReadAsync(bytes) is var count && count > 0)
            {
                output.Append(characters.AsSpan(0, decoder.GetChars(bytes.AsSpan(0, count), characters, flush: false)), standard);
            }
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // the run was left while something still kept the output open: there is nobody to read for
            return;
        }
    }
}
