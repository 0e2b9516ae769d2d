using System.ComponentModel;
using System.Text;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Hosts;

namespace BlueGreenServerless.Providers.Ssh;

/// <summary>Bash on another machine through the OpenSSH client. Nothing of a script or its variables is in a command line.</summary>
internal sealed class SshShell(SshArguments arguments, TimeProvider time) : IHostShell
{
    private const int SshFailed = 255;
    private const int MaxGreeting = 65_536;

    public async Task<HostResult> RunAsync(Host host, HostCommand command, CancellationToken cancellationToken)
    {
        if (command.Artifact is { } artifact && (!artifact.Uri.IsFile || artifact.Sha256 is null))
        {
            return Failed(host, $"The artifact '{artifact.Uri}' cannot be delivered by ssh. Allowed are verified artifacts at file:// addresses. Download it first.", null);
        }

        var script = WithVariables(host, command);
        var output = new HostOutput();
        try
        {
            using var ssh = ProcessRun.Start("ssh", arguments.For(SshAddress.Parse(host.Address), RemoteRun.Command(command, script)), null, time, cancellationToken);
            return await RunAsync(ssh, host, command, script, output, cancellationToken);
        }
        catch (Win32Exception missing)
        {
            return Failed(host, $"The program 'ssh' cannot be started: {missing.Message}. The OpenSSH client is needed. Install openssh-client.", null);
        }
    }

    private static async Task<HostResult> RunAsync(
        ProcessRun ssh, Host host, HostCommand command, string script, HostOutput output, CancellationToken cancellationToken)
    {
        var errors = ssh.PumpErrors(output);
        var answer = await ReadAnswerAsync(ssh.StandardOutput, cancellationToken);
        if (answer == RemoteRun.WantsArtifact)
        {
            await ssh.WriteAsync(stream => SendAsync(command.Artifact!, stream, cancellationToken));
        }

        if (answer is not null)
        {
            await ssh.WriteAsync(script);
        }

        var code = await ssh.EndAsync(output, errors, cancellationToken);
        return (code, answer) switch
        {
            (0, not null) => new HostResult(null, output.Text),
            (SshFailed, not null) => Failed(host, SshFault.Broken(host.Address), output),
            (_, null) => Failed(host, SshFault.BeforeTheScript(host.Address, output.LastLines()), output),
            _ => new HostResult(new HostFailure(host.Name, $"The script ended with exit code '{code}'.", code, output.LastLines()), output.Text),
        };
    }

    private static async Task SendAsync(Artifact artifact, Stream stream, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(artifact.Uri.LocalPath);
        await file.CopyToAsync(stream, cancellationToken);
    }

    private static string WithVariables(Host host, HostCommand command) => string.Concat(
        HostEnvironment.Of(host, command, null).Select(variable => $"export {variable.Key}={ShellQuote.Quote(variable.Value)}\n")) + command.Script;

    private static HostResult Failed(Host host, string reason, HostOutput? output) =>
        new(new HostFailure(host.Name, reason, null, output?.LastLines() ?? []), output?.Text ?? "");

    /// <summary>The line by which the other end tells that it is there; null when the output ends without it.</summary>
    private static async Task<string?> ReadAnswerAsync(Stream stream, CancellationToken cancellationToken)
    {
        var line = new List<byte>();
        var one = new byte[1];
        for (var read = 0; read < MaxGreeting && await stream.ReadAsync(one, cancellationToken) > 0; read++)
        {
            if (one[0] != '\n')
            {
                line.Add(one[0]);
                continue;
            }

            var text = Encoding.UTF8.GetString([.. line]);
            if (text is RemoteRun.HasArtifact or RemoteRun.WantsArtifact)
            {
                return text;
            }

            line.Clear();
        }

        return null;
    }
}
