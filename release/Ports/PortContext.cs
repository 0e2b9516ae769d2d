using BlueGreenServerless.Plans;

namespace BlueGreenServerless.Ports;

/// <summary>What a provider may use.</summary>
/// <param name="Hosts">Host commands of another provider, for a router whose load balancer is reached through them.</param>
/// <param name="WorkDirectory">A directory of this machine for state that outlives the process; null in a Lambda.</param>
public sealed record PortContext(TimeProvider Time, Func<PortBinding, IHostCommands> Hosts, string? WorkDirectory);
