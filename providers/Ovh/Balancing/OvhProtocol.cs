namespace BlueGreenServerless.Providers.Ovh.Balancing;

/// <summary>What a front-end understands of its traffic. Farms belong to the same.</summary>
public enum OvhProtocol
{
    Http,
    Tcp,
}
