using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.DigitalOcean.Droplets;
using BlueGreenServerless.Providers.Hosts;

namespace BlueGreenServerless.Providers.DigitalOcean.Hosts;

[Description("Droplets by tag, reached through another hosts provider that takes lists of addresses.")]
public sealed record DropletHostsOptions : ColorTagsOptions
{
    [Description("Which address of a droplet is connected to.")]
    public DropletNetwork Network { get; init; }

    [Description("Directory and environment of the hooks by the droplet's name.")]
    public IReadOnlyDictionary<string, HostSettings> Settings { get; init; } = new Dictionary<string, HostSettings>(StringComparer.Ordinal);

    [Description("How the droplets are reached, for example provider 'ssh' with its user and key. Its hosts and their settings are filled in.")]
    [BindsPort(PortKind.Hosts, IsFilledIn = true)]
    public required PortBinding Through { get; init; }

    /// <exception cref="Failures.InvalidRequestException">They cannot be used; the message has every fault.</exception>
    internal DropletHostsOptions Checked()
    {
        Check("digitalocean");
        return this;
    }
}
