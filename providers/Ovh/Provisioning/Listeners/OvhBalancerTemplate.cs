using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BlueGreenServerless.Providers.Ovh.Cloud;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Listeners;

[Description("What a new Public Cloud Load Balancer is like.")]
public sealed record OvhBalancerTemplate
{
    [Description("Its size by name: small, medium, large, as the region offers them.")]
    [RegularExpression("^[a-z0-9-]{1,32}$")]
    public string Flavor { get; init; } = "small";

    [Description("Id of the private network that its members are in.")]
    [RegularExpression(OvhListener.Id, ErrorMessage = "a UUID")]
    public required string Network { get; init; }

    [Description("Id of the subnet of that network.")]
    [RegularExpression(OvhListener.Id, ErrorMessage = "a UUID")]
    public required string Subnet { get; init; }

    [Description("A public address (floating IP) is made for it. It needs a gateway, and stays when the load balancer goes.")]
    public bool Public { get; init; }

    [Description("Id of the subnet's gateway. With 'public' and unset a small one is made, which stays when the load balancer goes.")]
    [RegularExpression(OvhListener.Id, ErrorMessage = "a UUID")]
    public string? Gateway { get; init; }
}
