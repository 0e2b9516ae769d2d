using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Functions.Deploy.Script;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Functions.Deploy;

/// <summary>
/// The script that makes an artifact the current release of a host. It holds the lock <c>.bluegreen.lock</c> of the install directory
/// throughout and may run twice:
/// <code>
/// current is this release and verified    nothing
/// current is this release, not verified   install, stop, start, verify   (a run was cut after its switch)
/// unpacked with this digest               install, stop, switch, start, verify
/// anything else                           check digest and listing, unpack, then as above
/// </code>
/// Hooks run with the working directory of the new release (stop: of the current one) and with BLUEGREEN_APP, _VERSION, _RELEASE, _COLOR, _HOST,
/// _DIRECTORY and _PREVIOUS. A hook that fails ends the script with its exit code; after a stop nothing is undone, because the colour is idle.
/// Exit codes of our own: 64 wrong directory, 65 artifact refused, 66 artifact missing, 69 tool missing, 73 directory unusable, 75 lock busy.
/// </summary>
public static class InstallScript
{
    /// <exception cref="InvalidRequestException">The release id or the digest is missing or malformed.</exception>
    public static string Render(ReleaseHeader header, InstallPlan install) => HostScript.Render(
        header,
        install,
        $"""
        install_hooks={ShellQuote.Array(install.Hooks.Install)}
        stop_hooks={ShellQuote.Array(install.Hooks.Stop)}
        start_hooks={ShellQuote.Array(install.Hooks.Start)}
        verify_hooks={ShellQuote.Array(install.Hooks.Verify)}

        """,
        "host.sh", "archive.sh", "install.sh");
}
