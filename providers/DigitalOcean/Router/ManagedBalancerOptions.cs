using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BlueGreenServerless.Providers.DigitalOcean.Droplets;

namespace BlueGreenServerless.Providers.DigitalOcean.Router;

[Description("A managed load balancer that has the droplets of one colour behind it at a time. It knows no weights: all at once only.")]
public sealed record ManagedBalancerOptions : ColorTagsOptions
{
    [Description("Name or id of the load balancer.")]
    [RegularExpression("^[A-Za-z0-9][A-Za-z0-9._-]{0,254}$", ErrorMessage = "a name or id of letters, digits, '.', '_' and '-'")]
    public required string LoadBalancer { get; init; }

    [Description("What is written into the load balancer: the colour's tag, or the ids of the droplets that have it.")]
    public BackendChoice By { get; init; }

    [Description("Which address of a droplet is asked for its health and for the preview.")]
    public DropletNetwork Network { get; init; }

    [Description("Port of the droplets for the preview. Unset: where the load balancer's first HTTP rule leads.")]
    [Range(1, 65535)]
    public int? PreviewPort { get; init; }

    [Description("Host header of health checks and preview. Unset: the droplet's address.")]
    [RegularExpression("^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$", ErrorMessage = "a host name")]
    public string? PreviewHost { get; init; }

    /// <exception cref="Failures.InvalidRequestException">They cannot be used; the message has every fault.</exception>
    internal ManagedBalancerOptions Checked()
    {
        Check("digitalocean");
        return this;
    }
}
