using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.DigitalOcean.Balancers;
using BlueGreenServerless.Providers.DigitalOcean.Droplets;

namespace BlueGreenServerless.Providers.DigitalOcean.Environments;

[Description("Droplets of two colours, and droplets with a load balancer of your own before them.")]
public sealed record OwnBalancerEnvironmentOptions : DropletEnvironmentOptions
{
    [Description("Port of the application on the droplets.")]
    [Range(1, 65535)]
    public required int Port { get; init; }

    [Description("Which address of the colours' droplets the load balancer sends requests to.")]
    public DropletNetwork Network { get; init; } = DropletNetwork.Private;

    [Description("Tag of the load balancer's droplets.")]
    [RegularExpression(DigitalOceanTag.Pattern, ErrorMessage = DigitalOceanTag.Form)]
    public required string Balancers { get; init; }

    [Description("Droplets with the load balancer.")]
    [Range(1, 10)]
    public int BalancersEach { get; init; } = 1;

    [Description("What the load balancer's droplets are like. Unset: like the others. Without user data of their own they install HAProxy.")]
    public DropletShape? BalancerDroplets { get; init; }

    [Description("How the load balancer's droplets are reached, for example provider 'ssh' with user root.")]
    [BindsPort(PortKind.Hosts, IsFilledIn = true)]
    public required PortBinding BalancersThrough { get; init; }

    [Description("Which address of the load balancer's droplets is connected to, for commands and for the preview.")]
    public DropletNetwork BalancersNetwork { get; init; }

    [Description("Port of the load balancer on which the preview is requested.")]
    [Range(1, 65535)]
    public int PreviewPort { get; init; } = 80;

    [Description("The load balancer, for example provider 'haproxy' with its binds. Its servers, hosts and preview address are filled in.")]
    [BindsPort(PortKind.Router, IsFilledIn = true)]
    public required PortBinding Balancer { get; init; }

    internal OwnBalancerOptions Router => new()
    {
        Api = Api, Token = Token, Blue = Blue, Green = Green, Port = Port, Network = Network, Balancers = Balancers, BalancersNetwork = BalancersNetwork,
        Through = BalancersThrough, PreviewPort = PreviewPort, Balancer = Balancer,
    };

    internal OwnBalancerEnvironmentOptions Checked()
    {
        var isOfColor = string.Equals(Balancers, Blue, StringComparison.OrdinalIgnoreCase) || string.Equals(Balancers, Green, StringComparison.OrdinalIgnoreCase);
        Check(OwnBalancerProvider.ProviderName, isOfColor ? $"'balancers' is '{Balancers}', the tag of a colour: it must be one of its own." : null);
        return this;
    }
}
