namespace BlueGreenServerless.Providers.DigitalOcean.Environments;

/// <summary>Protocols of forwarding rules (digitalocean/openapi, resources/load_balancers/models/forwarding_rule.yml).</summary>
public enum BalancerProtocol
{
    Http,
    Https,
    Http2,
    Http3,
    Tcp,
    Udp,
}
