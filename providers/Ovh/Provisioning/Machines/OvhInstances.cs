using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Machines;

[Description("Public Cloud instances of a colour. They are named after environment, colour and number: 'shop-blue-1'. Billed by the hour.")]
public sealed record OvhInstances
{
    internal const string NameOrId = @"^[A-Za-z0-9][A-Za-z0-9 ._()+-]{0,127}$";

    [Description("Instances of each colour.")]
    [Range(1, 50)]
    public int Count { get; init; } = 2;

    [Description("Flavor by name or id, for example 'b3-8'.")]
    [RegularExpression(NameOrId)]
    public required string Flavor { get; init; }

    [Description("Image by name or id, for example 'Debian 12'. Of several with one name the newest. Instances that exist keep theirs.")]
    [RegularExpression(NameOrId)]
    public required string Image { get; init; }

    [Description("Name or id of an SSH key of the project. Unset: none.")]
    [RegularExpression(NameOrId)]
    public string? SshKey { get; init; }

    [Description("Where the user data is that an instance runs at its first start.")]
    public SecretReference? UserData { get; init; }

    [Description("Ids of networks, public or private. Unset: the public one.")]
    [Length(0, 8)]
    public IReadOnlyList<string> Networks { get; init; } = [];

    [Description("Which address of an instance the load balancer sends to: 'public' or 'private'. Unset: 'public' for IP Load Balancing, 'private' for a Public Cloud Load Balancer.")]
    public OvhAddressKind? Address { get; init; }
}
