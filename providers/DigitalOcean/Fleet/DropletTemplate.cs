using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BlueGreenServerless.Providers.DigitalOcean.Droplets;

namespace BlueGreenServerless.Providers.DigitalOcean.Fleet;

[Description("What a new droplet is like.")]
public sealed record DropletTemplate : DropletShape
{
    [Description("Beginning of its name; colour and number follow, as in 'shop-green-2'.")]
    [RegularExpression("^[A-Za-z0-9]([A-Za-z0-9.-]{0,198}[A-Za-z0-9])?$", ErrorMessage = "1 to 200 letters, digits, '.' and '-'")]
    public required string Name { get; init; }
}
