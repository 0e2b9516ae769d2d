using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BlueGreenServerless.Providers.Aws.Clients;

namespace BlueGreenServerless.Providers.Aws.Metrics;

[Description("Alarms of CloudWatch for a target whose load balancer is not one of AWS's.")]
public sealed record CloudWatchOptions
{
    [Description("Region. Unset: AWS_REGION, or the profile's.")]
    [RegularExpression("^[a-z0-9-]{1,32}$")]
    public string? Region { get; init; }

    [Description("Profile of the shared AWS configuration. Unset: the environment, or the role of the function.")]
    public string? Profile { get; init; }

    internal AwsPlace Place => new(Region, Profile);
}
