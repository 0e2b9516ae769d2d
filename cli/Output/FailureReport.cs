using System.Reflection;
using BlueGreenServerless.Cli.Running;

namespace BlueGreenServerless.Cli.Output;

/// <summary>Tells people why a command failed; a fault of ours is told apart from one of theirs.</summary>
public static class FailureReport
{
    public static int Write(CommandOutput output, Exception failure)
    {
        var code = ExitCodes.Of(failure);
        output.Fail(
            new { error = new { name = failure.GetType().Name, message = failure.Message, exitCode = code } },
            code switch
            {
                ExitCodes.Bug => Bug(failure),
                ExitCodes.Interrupted => "Interrupted.",
                _ => failure.Message,
            });
        return code;
    }

    private static string Bug(Exception failure) => string.Join('\n',
        "This is a bug in bluegreen, not in your release. The release is safe: every step is journalled before it takes effect.",
        $"Version {Version()}; the journal is in the state directory (--state, or '.bluegreen' beside bluegreen.yaml).",
        "'bluegreen resume' continues from the journal. Please report this text:",
        failure.ToString());

    private static string Version() =>
        typeof(FailureReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
