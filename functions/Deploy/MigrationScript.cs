using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Deploy.Script;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Functions.Deploy;

/// <summary>
/// The script that runs a database migration on one host. <c>expand</c> unpacks the new release first, exactly as <see cref="InstallScript"/>
/// does; <c>contract</c> runs in the current release, which has to be this one. A migration that succeeded is not run again on that host.
/// </summary>
public static class MigrationScript
{
    /// <param name="name"><c>expand</c> or <c>contract</c>.</param>
    /// <param name="command">The user's shell command.</param>
    /// <exception cref="InvalidRequestException">The release id or the digest is missing or malformed.</exception>
    public static string Render(ReleaseHeader header, InstallPlan install, string name, string command) => HostScript.Render(
        header,
        install,
        $"""
        migration={ShellQuote.Quote(Known(name))}
        migration_command={ShellQuote.Quote(command)}

        """,
        "host.sh", "archive.sh", "migration.sh");

    private static string Known(string name) => name is "expand" or "contract"
        ? name
        : throw new ArgumentException($"There is no migration '{name}'; there are 'expand' and 'contract'.", nameof(name));
}
