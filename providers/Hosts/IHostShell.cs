using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Providers.Hosts;

/// <summary>Runs a script on one host.</summary>
internal interface IHostShell
{
    /// <summary>
    /// Delivers the artifact, runs the script and waits for its end. What goes wrong on the host is a result, not an exception.
    /// A cancelled run leaves nothing of the script running, as far as it can be reached.
    /// </summary>
    Task<HostResult> RunAsync(Host host, HostCommand command, CancellationToken cancellationToken);
}
