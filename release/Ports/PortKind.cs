namespace BlueGreenServerless.Ports;

/// <summary>The ports that a provider can serve, by the names that they have in the user's file.</summary>
public enum PortKind
{
    Router,
    Hosts,
    Fleet,
    Metrics,

    /// <summary>Makes the machines and the load balancer; in <c>environment.yaml</c>, and never part of a release.</summary>
    Environment,
}
