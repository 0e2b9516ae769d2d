namespace BlueGreenServerless.Ports;

/// <summary>The ports that a provider can serve, by the names that they have in the user's file.</summary>
public enum PortKind
{
    Router,
    Hosts,
    Fleet,
    Metrics,
}
