using Amazon.CDK.AWS.EC2;

namespace BlueGreenServerless.Cdk.Fleet;

/// <summary>
/// Two identical environments behind a load balancer: what the releases work on. One can also bring one's own; a target then names its
/// listeners and groups.
/// </summary>
public sealed class FleetStack : Stack
{
    public FleetStack(Construct scope, string id, FleetOptions options, IStackProps? props = null)
        : base(scope, id, props)
    {
        var network = options.Network?.In(this) ?? NewNetwork();
        var balancer = new FleetBalancer(this, "Balancer", options, network);
        var template = new FleetTemplate(this, "Template", options, network, balancer);
        Blue = new ColorGroup(this, "Blue", options, network, template, balancer.Blue);
        Green = new ColorGroup(this, "Green", options, network, template, balancer.Green);
        _ = new FleetAlarms(this, "Alarms", options, balancer);
        Balancer = balancer;
        Tell("ProductionListener", balancer.Production.ListenerArn);
        Tell("PreviewRule", balancer.Preview.ListenerRuleArn);
        Tell("TestListener", balancer.Test.ListenerArn);
        Tell("BlueTargets", balancer.Blue.TargetGroupArn);
        Tell("GreenTargets", balancer.Green.TargetGroupArn);
        Tell("BlueMachines", Blue.Group.AutoScalingGroupName);
        Tell("GreenMachines", Green.Group.AutoScalingGroupName);
        Tell("Address", balancer.LoadBalancer.LoadBalancerDnsName);
    }

    public FleetBalancer Balancer { get; }

    public ColorGroup Blue { get; }

    public ColorGroup Green { get; }

    /// <summary>What the user's file needs to know.</summary>
    private void Tell(string name, string value) => _ = new CfnOutput(this, name, new CfnOutputProps { Value = value });

    private Vpc NewNetwork() => new(this, "Network", new VpcProps { MaxAzs = 2, NatGateways = 1, RestrictDefaultSecurityGroup = false });
}
