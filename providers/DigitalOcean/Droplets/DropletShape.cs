using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Providers.DigitalOcean.Droplets;

[Description("What a new droplet is like.")]
public record DropletShape
{
    [Description("Region, for example 'fra1'.")]
    [RegularExpression("^[a-z0-9]{2,16}$")]
    public required string Region { get; init; }

    [Description("Size, for example 's-2vcpu-4gb'.")]
    [RegularExpression("^[A-Za-z0-9._-]{1,64}$")]
    public required string Size { get; init; }

    [Description("Image, for example 'debian-12-x64', or the id of a snapshot.")]
    [RegularExpression("^[A-Za-z0-9._-]{1,128}$")]
    public required string Image { get; init; }

    [Description("Ids or fingerprints of ssh keys that the account has.")]
    public IReadOnlyList<string> SshKeys { get; init; } = [];

    [Description("Id of the VPC. Unset: the region's default.")]
    [RegularExpression("^[0-9a-f-]{36}$")]
    public string? Vpc { get; init; }

    [Description("Where the user data is that the droplet runs at its first start, at most 64 KiB.")]
    public SecretReference? UserData { get; init; }
}
