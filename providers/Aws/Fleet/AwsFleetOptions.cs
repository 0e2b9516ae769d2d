using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Providers.Aws.Clients;

namespace BlueGreenServerless.Providers.Aws.Fleet;

[Description("An Auto Scaling group for each colour.")]
public sealed record AwsFleetOptions
{
    [Description("Name of blue's Auto Scaling group.")]
    [RegularExpression("^.{1,255}$")]
    public required string Blue { get; init; }

    [Description("Name of green's Auto Scaling group.")]
    [RegularExpression("^.{1,255}$")]
    public required string Green { get; init; }

    [Description("Instances that stay when the old colour is scaled in.")]
    [Range(0, 10_000)]
    public int Keep { get; init; }

    [Description("Region. Unset: AWS_REGION, or the profile's.")]
    [RegularExpression("^[a-z0-9-]{1,32}$")]
    public string? Region { get; init; }

    [Description("Profile of the shared AWS configuration. Unset: the environment, or the role of the function.")]
    public string? Profile { get; init; }

    internal AwsPlace Place => new(Region, Profile);

    internal AwsFleetOptions Checked() => Blue != Green ? this
        : throw new InvalidRequestException($"The fleet names '{Blue}' for both colours. They must differ. Give each colour an Auto Scaling group of its own.");
}
