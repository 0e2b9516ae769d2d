using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BlueGreenServerless.Providers.DigitalOcean.Environments;

[Description("What a new managed load balancer is like. Region and VPC are those of the droplets.")]
public sealed record BalancerTemplate
{
    [Description("What comes in where, and where on the droplets it goes.")]
    [Length(1, 50)]
    public required IReadOnlyList<BalancerRule> Rules { get; init; }

    [Description("How it checks its droplets.")]
    public required BalancerCheckTemplate Check { get; init; }

    [Description("Its nodes; each takes 10,000 connections.")]
    [Range(1, 200)]
    public int Nodes { get; init; } = 1;

    [Description("Answer HTTP with a redirect to HTTPS.")]
    public bool RedirectToHttps { get; init; }
}
