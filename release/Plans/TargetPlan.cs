using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace BlueGreenServerless.Plans;

[Description("One place that is released to: a load balancer and its two pools of hosts.")]
public sealed record TargetPlan
{
    [Description("Name of the target, unique in the file.")]
    [RegularExpression("^[a-z0-9][a-z0-9-]{0,62}$", ErrorMessage = "1 to 63 of a-z, 0-9 and '-', not beginning with '-'")]
    public required string Name { get; init; }

    [Description("Where users reach the target, for example 'https://shop.example.com'. A deployment in the cloud that probes the app asks 'health.path' there every minute. Unset: it is not asked.")]
    public Uri? Address { get; init; }

    [Description("What moves the traffic.")]
    public required PortBinding Router { get; init; }

    [Description("What runs commands on the hosts of a colour.")]
    public required PortBinding Hosts { get; init; }

    [Description("What brings a colour to capacity. Unset: the hosts are there already.")]
    public PortBinding? Fleet { get; init; }

    [Description("What measures the colours. Unset: the router's provider.")]
    public PortBinding? Metrics { get; init; }
}
