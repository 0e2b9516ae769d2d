using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using BlueGreenServerless.Providers.Aws.Clients;

namespace BlueGreenServerless.Providers.Aws.Ssm;

[Description("Machines with the SSM agent, EC2 instances or any other by hybrid activation. Artifacts come from S3 by the 'aws' command line, which every host needs, and a role that may read them.")]
public sealed record SsmOptions
{
    private const string Nodes = @"^(tag:[^=]{1,128}=.{1,256}|asg:.{1,255}|m?i-[0-9a-f]{8,17}(,m?i-[0-9a-f]{8,17}){0,49})$";

    private const string Form = "'tag:NAME=VALUE', 'asg:NAME' or up to 50 instance ids with commas";

    [Description("Hosts of blue: 'tag:NAME=VALUE', 'asg:NAME' (an Auto Scaling group) or up to 50 ids 'i-…,mi-…' with commas.")]
    [RegularExpression(Nodes, ErrorMessage = Form)]
    public string? Blue { get; init; }

    [Description("Hosts of green, as for blue.")]
    [RegularExpression(Nodes, ErrorMessage = Form)]
    public string? Green { get; init; }

    [Description("Hosts that belong to no colour, as for blue (for a load balancer's own commands).")]
    [RegularExpression(Nodes, ErrorMessage = Form)]
    public string? Hosts { get; init; }

    [Description("Hosts worked on at the same time: a number or a percentage.")]
    [RegularExpression("^([1-9][0-9]{0,6}|[1-9][0-9]?%|100%)$", ErrorMessage = "a number or '1%' to '100%'")]
    public string Parallel { get; init; } = "100%";

    [Description("How long a host may take to begin. One that has not begun by then has failed.")]
    [Range(typeof(TimeSpan), "00:00:30", "01:00:00")]
    public TimeSpan DeliveryTimeout { get; init; } = TimeSpan.FromSeconds(60);

    [Description("Bucket that keeps the whole output of every host. Unset: the first 24,000 characters are kept by Run Command.")]
    [RegularExpression("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$")]
    public string? OutputBucket { get; init; }

    [Description("Beginning of the output's keys.")]
    [RegularExpression("^[A-Za-z0-9][A-Za-z0-9/_.-]{0,200}$")]
    public string OutputPrefix { get; init; } = "bluegreen-output";

    [Description("Region. Unset: AWS_REGION, or the profile's.")]
    [RegularExpression("^[a-z0-9-]{1,32}$")]
    public string? Region { get; init; }

    [Description("Profile of the shared AWS configuration. Unset: the environment, or the role of the function.")]
    public string? Profile { get; init; }

    internal AwsPlace Place => new(Region, Profile);
}
