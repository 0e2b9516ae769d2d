using System.Diagnostics;
using BlueGreenServerless.Testing.Secrets;

namespace BlueGreenServerless.Testing.Sites;

/// <summary>A server program that a test started, and that ends with the test.</summary>
public sealed class SiteProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private SiteProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _errors = process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public static SiteProcess Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        return new SiteProcess(Process.Start(start) ?? throw new InvalidOperationException($"'{program}' was not started."));
    }

    /// <summary>Runs a program to its end; fails with its output when it says no.</summary>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        await using var process = Start(program, arguments, environment);
        var (code, output) = await process.ExitAsync();
        return code == 0 ? output : throw new InvalidOperationException($"'{program} {string.Join(' ', arguments)}' exited with {code}:\n{output}");
    }

    /// <summary>Asks the program to end.</summary>
    public Task TerminateAsync() => SignalAsync("TERM");

    /// <summary>Sends a signal by name to this process only.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{Id}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits for the end; exit code and everything that was said.</summary>
    public async Task<(int Code, string Output)> ExitAsync()
    {
        await _process.WaitForExitAsync();
        var said = await _output + await _errors;
        LeakSearch.Current.Text("the output of a process", said);
        return (_process.ExitCode, said);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }
}
