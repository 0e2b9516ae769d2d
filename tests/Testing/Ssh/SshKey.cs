using System.Diagnostics;
using BlueGreenServerless.Testing.Secrets;

namespace BlueGreenServerless.Testing.Ssh;

/// <summary>A pair of keys of which the private one carries the mark of secrets: as its comment, which the public one does not have.</summary>
public static class SshKey
{
    /// <summary>Makes <paramref name="path"/> and <paramref name="path"/><c>.pub</c>.</summary>
    public static async Task MakeAsync(string path)
    {
        await RunAsync("", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", path);
        var open = await File.ReadAllTextAsync(path + ".pub");
        await RunAsync(MarkedSecret.Of(SecretNames.SshKey) + "\n", "-q", "-c", "-P", "", "-f", path);
        await File.WriteAllTextAsync(path + ".pub", open);
    }

    /// <param name="input">The comment, where it is asked for: arguments are seen by everybody.</param>
    private static async Task RunAsync(string input, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("ssh-keygen", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'ssh-keygen {string.Join(' ', arguments)}' ended with exit code {process.ExitCode}: {said}");
        }
    }
}
