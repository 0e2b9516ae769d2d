using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.DigitalOcean.Droplets;

namespace BlueGreenServerless.Providers.DigitalOcean.Balancers;

[Description("A load balancer of your own on one or more droplets. Its servers are the droplets with the colours' tags.")]
public sealed record OwnBalancerOptions : ColorTagsOptions
{
    [Description("Port of the application on the droplets.")]
    [Range(1, 65535)]
    public required int Port { get; init; }

    [Description("Which address of the colours' droplets the load balancer sends requests to.")]
    public DropletNetwork Network { get; init; } = DropletNetwork.Private;

    [Description("Tag of the droplets that the load balancer runs on. Unset: where 'balancer' itself says.")]
    [RegularExpression(DigitalOceanTag.Pattern, ErrorMessage = DigitalOceanTag.Form)]
    public string? Balancers { get; init; }

    [Description("Which address of the load balancer's droplets is connected to, for commands and for the preview.")]
    public DropletNetwork BalancersNetwork { get; init; }

    [Description("How the load balancer's droplets are reached, for example provider 'ssh' with its user and key. Needed with 'balancers'.")]
    [BindsPort(PortKind.Hosts, IsFilledIn = true)]
    public PortBinding? Through { get; init; }

    [Description("Port of the load balancer on which the preview is requested.")]
    [Range(1, 65535)]
    public int PreviewPort { get; init; } = 80;

    [Description("The load balancer, for example provider 'haproxy' with its binds. Its servers ('blue' and 'green') are filled in, with 'balancers' its hosts and preview address too.")]
    [BindsPort(PortKind.Router, IsFilledIn = true)]
    public required PortBinding Balancer { get; init; }

    /// <exception cref="Failures.InvalidRequestException">They cannot be used; the message has every fault.</exception>
    internal OwnBalancerOptions Checked()
    {
        Check(
            OwnBalancerProvider.ProviderName,
            (Balancers is null) == (Through is null) ? null : "'balancers' and 'through' belong together: give both, or none of them.");
        return this;
    }
}
