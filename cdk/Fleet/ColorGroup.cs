using Amazon.CDK.AWS.AutoScaling;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;

namespace BlueGreenServerless.Cdk.Fleet;

/// <summary>The machines of a colour, tagged with it: scripts are sent to the tag.</summary>
public sealed class ColorGroup : Construct
{
    public ColorGroup(Construct scope, string color, FleetOptions options, IVpc network, FleetTemplate template, ApplicationTargetGroup targets)
        : base(scope, color)
    {
        Group = new AutoScalingGroup(this, "Group", new AutoScalingGroupProps
        {
            AutoScalingGroupName = options.Prefix == "bluegreen" ? $"ASG-{color}" : $"{options.Prefix}-ASG-{color}",
            Vpc = network,
            LaunchTemplate = template.Template,
            MinCapacity = 0,
            MaxCapacity = options.Capacity * 2,
            VpcSubnets = new SubnetSelection { SubnetType = SubnetType.PRIVATE_WITH_EGRESS },
            HealthCheck = Amazon.CDK.AWS.AutoScaling.HealthCheck.Elb(new ElbHealthCheckOptions { Grace = Duration.Minutes(5) }),
        });
        Group.AttachToApplicationTargetGroup(targets);
        Tags.Of(Group).Add("Environment", color);
    }

    public AutoScalingGroup Group { get; }
}
