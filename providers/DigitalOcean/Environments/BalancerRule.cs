using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BlueGreenServerless.Providers.DigitalOcean.Environments;

[Description("A forwarding rule of a managed load balancer.")]
public sealed record BalancerRule
{
    [Description("What users speak: http, https, http2, http3, tcp or udp.")]
    public BalancerProtocol From { get; init; } = BalancerProtocol.Http;

    [Description("The port that users connect to.")]
    [Range(1, 65535)]
    public required int FromPort { get; init; }

    [Description("What the droplets speak.")]
    public BalancerProtocol To { get; init; } = BalancerProtocol.Http;

    [Description("The port of the droplets.")]
    [Range(1, 65535)]
    public required int ToPort { get; init; }

    [Description("Id of the certificate, for HTTPS that ends at the load balancer.")]
    [RegularExpression("^[0-9a-f-]{36}$")]
    public string? Certificate { get; init; }

    [Description("Pass TLS through to the droplets.")]
    public bool TlsPassthrough { get; init; }
}
