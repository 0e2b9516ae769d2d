using System.ComponentModel;
using System.Diagnostics;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>Bash on this machine.</summary>
internal sealed class LocalScripts(TimeProvider time) : IScripts
{
    public async Task<string> RunAsync(string script, IReadOnlyDictionary<string, string> secrets, TimeSpan deadline, CancellationToken cancellationToken)
    {
        using var process = Start(secrets);
        using var late = new CancellationTokenSource(deadline, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(both.Token);
            var errors = process.StandardError.ReadToEndAsync(both.Token);
            await process.StandardInput.WriteAsync(script.AsMemory(), both.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(both.Token);
            return process.ExitCode == 0 ? await output
                : throw new ProviderRefusedException($"A script for HAProxy ended with exit code '{process.ExitCode}': {(await errors).Head()}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw new ProviderUnavailableException($"A script for HAProxy did not end within {deadline.TotalSeconds} s and was stopped.");
        }
    }

    private static Process Start(IReadOnlyDictionary<string, string> secrets)
    {
        var start = new ProcessStartInfo("bash", ["-s"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in secrets)
        {
            start.Environment[name] = value;
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new ProviderRefusedException($"'bash' cannot be started: {error.Message}. Install it.", error);
        }
    }
}
