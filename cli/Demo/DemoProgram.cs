using System.ComponentModel;
using System.Diagnostics;

namespace BlueGreenServerless.Cli.Demo;

/// <summary>Runs a small program to its end.</summary>
internal static class DemoProgram
{
    /// <exception cref="InvalidOperationException">It said no; the message has its output.</exception>
    public static async Task RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (await TryAsync(program, arguments, cancellationToken) is { } trouble)
        {
            throw new InvalidOperationException($"'{program} {string.Join(' ', arguments)}' failed: {trouble}");
        }
    }

    /// <summary>Null when it ended well, else why not.</summary>
    public static async Task<string?> TryAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
            using var process = Process.Start(start)!;
            var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? null : $"exit code {process.ExitCode}: {string.Concat(said).Trim()}";
        }
        catch (Win32Exception missing)
        {
            return missing.Message + ".";
        }
    }
}
