using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using HealthCheck = Amazon.CDK.AWS.ElasticLoadBalancingV2.HealthCheck;

namespace BlueGreenServerless.Cdk.Fleet;

/// <summary>The load balancer with its two listeners and two target groups.</summary>
/// <remarks>
/// Releases move the weights of the production listener. CloudFormation writes a listener only when its part of the template changes, so a
/// deployment of this stack leaves the weights alone unless somebody edits them here.
/// </remarks>
public sealed class FleetBalancer : Construct
{
    private const int TestPort = 9000;

    public FleetBalancer(Construct scope, string id, FleetOptions options, IVpc network)
        : base(scope, id)
    {
        Security = new SecurityGroup(this, "Security", new SecurityGroupProps { Vpc = network, Description = "The load balancer." });
        LoadBalancer = new ApplicationLoadBalancer(this, "LoadBalancer", new Amazon.CDK.AWS.ElasticLoadBalancingV2.ApplicationLoadBalancerProps
        {
            Vpc = network, InternetFacing = true, SecurityGroup = Security, DropInvalidHeaderFields = true,
        });
        Blue = Group("tg-blue", options, network);
        Green = Group("tg-green", options, network);
        Production = Listen("Production", options.Certificate is null ? 80 : 443, options.Certificate, (Blue, 100), (Green, 0));
        Preview = Ask(Production);
        Test = Listen("Test", TestPort, options.Certificate, (Blue, 0), (Green, 100));
        Security.AddIngressRule(Peer.AnyIpv4(), Port.Tcp(options.Certificate is null ? 80 : 443), "Users");
        Security.AddIngressRule(Peer.Ipv4(options.Network is null ? network.VpcCidrBlock : "10.0.0.0/8"), Port.Tcp(TestPort), "Previews, from inside only");
    }

    public ApplicationLoadBalancer LoadBalancer { get; }

    public SecurityGroup Security { get; }

    public ApplicationTargetGroup Blue { get; }

    public ApplicationTargetGroup Green { get; }

    /// <summary>Users come here.</summary>
    public ApplicationListener Production { get; }

    /// <summary>Leads to the colour without users: functions, which run outside of the network, come here with a header that nobody else knows.</summary>
    public ApplicationListenerRule Preview { get; }

    /// <summary>The same for people inside the network.</summary>
    public ApplicationListener Test { get; }

    /// <summary>The stack's own id, which is hard to guess and stays as it is, is the header's value.</summary>
    private ApplicationListenerRule Ask(ApplicationListener listener) => new(this, "Preview", new ApplicationListenerRuleProps
    {
        Listener = listener,
        Priority = 1,
        Conditions = [ListenerCondition.HttpHeader("X-Bluegreen-Preview", [Fn.Select(2, Fn.Split("/", Stack.Of(this).StackId))])],
        Action = ListenerAction.WeightedForward([new WeightedTargetGroup { TargetGroup = Blue, Weight = 0 }, new WeightedTargetGroup { TargetGroup = Green, Weight = 100 }]),
    });

    private ApplicationTargetGroup Group(string name, FleetOptions options, IVpc network) => new(this, name, new ApplicationTargetGroupProps
    {
        TargetGroupName = options.Prefix == "bluegreen" ? name : $"{options.Prefix}-{name}",
        Vpc = network,
        Port = options.Port,
        Protocol = ApplicationProtocol.HTTP,
        TargetType = TargetType.INSTANCE,
        DeregistrationDelay = Duration.Seconds(60),
        HealthCheck = new HealthCheck
        {
            Path = options.HealthPath, Interval = Duration.Seconds(10), Timeout = Duration.Seconds(5), HealthyThresholdCount = 3, UnhealthyThresholdCount = 2, HealthyHttpCodes = "200",
        },
    });

    private ApplicationListener Listen(string id, int port, string? certificate, params (ApplicationTargetGroup Group, int Weight)[] groups) =>
        new(this, id, new ApplicationListenerProps
        {
            LoadBalancer = LoadBalancer,
            Port = port,
            Protocol = certificate is null ? ApplicationProtocol.HTTP : ApplicationProtocol.HTTPS,
            Certificates = certificate is null ? null : [ListenerCertificate.FromArn(certificate)],
            SslPolicy = certificate is null ? null : SslPolicy.RECOMMENDED_TLS,
            Open = false,
            DefaultAction = ListenerAction.WeightedForward([.. groups.Select(group => new WeightedTargetGroup { TargetGroup = group.Group, Weight = group.Weight })]),
        });
}
