using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BlueGreenServerless.Providers.DigitalOcean.Fleet;

[Description("Droplets of each colour by tag: counted, powered on, and made where 'create' says how.")]
public sealed record DropletFleetOptions : ColorTagsOptions
{
    [Description("How missing droplets are made. Unset: none are made, they are only waited for.")]
    public DropletTemplate? Create { get; init; }

    [Description("Droplets that stay when the old colour is scaled in. A colour without any cannot be previewed at the next release.")]
    [Range(0, 1000)]
    public int Keep { get; init; } = 1;

    internal DropletFleetOptions Checked()
    {
        Check("digitalocean");
        return this;
    }
}
