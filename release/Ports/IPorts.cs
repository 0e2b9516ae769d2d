using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;

namespace BlueGreenServerless.Ports;

/// <summary>Makes the ports of a target from its bindings.</summary>
/// <exception cref="InvalidRequestException">No provider of that name serves the port; the message lists those that do.</exception>
public interface IPorts
{
    ITrafficRouter Router(TargetState target);

    IHostCommands Hosts(PortBinding binding);

    /// <summary>Null when the target has no fleet: its hosts are there already.</summary>
    IFleet? Fleet(TargetState target);

    IMetricSource Metrics(TargetState target);
}
