using System.ComponentModel;
using BlueGreenServerless.Providers.DigitalOcean.Droplets;
using BlueGreenServerless.Providers.DigitalOcean.Router;

namespace BlueGreenServerless.Providers.DigitalOcean.Environments;

[Description("Droplets of two colours, and a managed load balancer before them.")]
public sealed record ManagedEnvironmentOptions : DropletEnvironmentOptions
{
    [Description("The load balancer. It is made with blue's droplets behind it.")]
    public required BalancerTemplate LoadBalancer { get; init; }

    [Description("Which address of a droplet is asked for its health and for the preview.")]
    public DropletNetwork Network { get; init; }

    /// <summary>The load balancer has no readable mark, so its name is one: nobody else would choose it.</summary>
    internal string BalancerName => $"{Name}-bluegreen";

    internal ManagedBalancerOptions Router => new() { Api = Api, Token = Token, LoadBalancer = BalancerName, Blue = Blue, Green = Green, Network = Network };

    internal ManagedEnvironmentOptions Checked()
    {
        Check("digitalocean", LoadBalancer.Rules.Count == 0 ? "'loadBalancer.rules' is empty: at least one rule must lead to the droplets." : null);
        return this;
    }
}
