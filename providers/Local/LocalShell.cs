using BlueGreenServerless.Documents;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Hosts;

namespace BlueGreenServerless.Providers.Local;

/// <summary>
/// Bash on this machine, in a session of its own so that a key pressed in the terminal does not reach it, with a clean environment:
/// what this process knows (credentials, tokens) is no business of a hook.
/// </summary>
internal sealed class LocalShell(TimeProvider time) : IHostShell
{
    private static readonly string[] Inherited = ["PATH", "HOME", "USER", "LOGNAME", "LANG", "TZ", "TMPDIR"];

    public async Task<HostResult> RunAsync(Host host, HostCommand command, CancellationToken cancellationToken)
    {
        if (command.Artifact is { Uri.IsFile: false } far)
        {
            return new HostResult(new HostFailure(host.Name, $"The artifact '{far.Uri}' is not on this machine. Allowed are file:// addresses. Download it first.", null, []), "");
        }

        var output = new HostOutput();
        using var bash = ProcessRun.Start("setsid", ["--wait", "bash", "-s"], Environment(host, command), time, cancellationToken);
        var errors = bash.PumpErrors(output);
        await bash.WriteAsync(command.Script);
        bash.CloseInput();
        var code = await bash.EndAsync(output, errors, cancellationToken);
        return code == 0
            ? new HostResult(null, output.Text)
            : new HostResult(new HostFailure(host.Name, $"The script ended with exit code '{code}'.", code, output.LastLines()), output.Text);
    }

    private static Dictionary<string, string> Environment(Host host, HostCommand command)
    {
        var variables = HostEnvironment.Of(host, command, command.Artifact?.Uri.LocalPath);
        foreach (var name in Inherited)
        {
            if (System.Environment.GetEnvironmentVariable(name) is { } value)
            {
                variables.TryAdd(name, value);
            }
        }

        return variables;
    }
}
