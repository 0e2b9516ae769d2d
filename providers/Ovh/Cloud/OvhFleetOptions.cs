using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Ovh.Clients;
using BlueGreenServerless.Providers.Ovh.Credentials;

namespace BlueGreenServerless.Providers.Ovh.Cloud;

[Description("Public Cloud instances of both colours, told apart by the beginning of their names. They are started and suspended, never made or deleted, so their addresses stay those of the farms or pools.")]
public sealed record OvhFleetOptions : OvhPlaceOptions
{
    [Description("Id of the Public Cloud project.")]
    [RegularExpression(OvhCloudOptions.ProjectId)]
    public required string Project { get; init; }

    [Description("Region of the instances, for example 'GRA11'. Unset: all regions.")]
    [RegularExpression(OvhCloudOptions.RegionName)]
    public string? Region { get; init; }

    [Description("How the names of blue's instances begin, for example 'shop-blue-'. One word follows, as in 'shop-blue-1'; 'shop-blue-green-1' is somebody else's.")]
    [RegularExpression("^[A-Za-z0-9._-]{1,100}$")]
    public required string Blue { get; init; }

    [Description("How the names of green's instances begin.")]
    [RegularExpression("^[A-Za-z0-9._-]{1,100}$")]
    public required string Green { get; init; }

    [Description("What becomes of the old colour's instances: 'stop' or 'shelve'.")]
    public OvhRetire Retire { get; init; } = OvhRetire.Shelve;

    [Description("Instances that stay up when the old colour is scaled in.")]
    [Range(0, 1000)]
    public int Keep { get; init; }

    /// <exception cref="InvalidRequestException">An instance could belong to both colours.</exception>
    internal OvhFleetOptions Checked() =>
        Blue.StartsWith(Green, StringComparison.Ordinal) || Green.StartsWith(Blue, StringComparison.Ordinal)
            ? throw new InvalidRequestException($"The fleet's names begin with '{Blue}' and '{Green}'. Neither may be the beginning of the other. Name the instances of one colour otherwise.")
            : this;
}
