using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BlueGreenServerless.Providers.DigitalOcean.Environments;

[Description("The health check of a managed load balancer.")]
public sealed record BalancerCheckTemplate
{
    [Description("What is asked by: http, https or tcp.")]
    [AllowedValues(BalancerProtocol.Http, BalancerProtocol.Https, BalancerProtocol.Tcp)]
    public BalancerProtocol Protocol { get; init; } = BalancerProtocol.Http;

    [Description("The port of the droplets.")]
    [Range(1, 65535)]
    public required int Port { get; init; }

    [Description("The path, for http and https.")]
    [RegularExpression("^/[!-~]{0,255}$", ErrorMessage = "a path that begins with '/'")]
    public string Path { get; init; } = "/";

    [Description("Seconds between two checks.")]
    [Range(3, 300)]
    public int IntervalSeconds { get; init; } = 10;

    [Description("Seconds until a check without an answer has failed.")]
    [Range(3, 300)]
    public int TimeoutSeconds { get; init; } = 5;

    [Description("Failed checks until a droplet gets no more requests.")]
    [Range(2, 10)]
    public int Unhealthy { get; init; } = 5;

    [Description("Good checks until it gets requests again.")]
    [Range(2, 10)]
    public int Healthy { get; init; } = 3;
}
