using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using BlueGreenServerless.Cdk.Rights;

namespace BlueGreenServerless.Cdk.Fleet;

/// <summary>How a machine of either colour is started: the image by parameter, managed by Systems Manager, reached by the load balancer only.</summary>
public sealed class FleetTemplate : Construct
{
    public FleetTemplate(Construct scope, string id, FleetOptions options, IVpc network, FleetBalancer balancer)
        : base(scope, id)
    {
        var security = new SecurityGroup(this, "Security", new SecurityGroupProps { Vpc = network, Description = "Machines of both colours." });
        security.AddIngressRule(balancer.Security, Port.Tcp(options.Port), "The load balancer");
        Role = MakeRole(options.Artifacts);
        Template = new LaunchTemplate(this, "Template", new LaunchTemplateProps
        {
            MachineImage = MachineImage.FromSsmParameter(options.Image, new SsmParameterImageOptions { Os = OperatingSystemType.LINUX }),
            InstanceType = new InstanceType(options.IsArm ? "t4g.small" : "t3.small"),
            SecurityGroup = security,
            Role = Role,
            UserData = FirstBoot(),
            RequireImdsv2 = true,
            HttpPutResponseHopLimit = 1,
            BlockDevices = [new BlockDevice { DeviceName = "/dev/xvda", Volume = BlockDeviceVolume.Ebs(20, new EbsDeviceOptions { Encrypted = true, VolumeType = EbsDeviceVolumeType.GP3 }) }],
        });
    }

    public LaunchTemplate Template { get; }

    public Role Role { get; }

    private Role MakeRole(IBucket? artifacts)
    {
        var role = new Role(this, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("ec2.amazonaws.com"),
            ManagedPolicies = [ManagedPolicy.FromAwsManagedPolicyName("AmazonSSMManagedInstanceCore")],
        });
        if (artifacts is not null)
        {
            _ = role.AddToPrincipalPolicy(Statements.Allow(["s3:GetObject", "s3:GetObjectVersion"], [artifacts.ArnForObjects("*")]));
        }

        return role;
    }

    /// <summary>What a release needs on a machine; the application itself comes with the first release.</summary>
    private static UserData FirstBoot()
    {
        var script = UserData.ForLinux();
        script.AddCommands("set -eu", "systemctl enable --now amazon-ssm-agent", "command -v curl tar gzip unzip >/dev/null || dnf install -y tar gzip unzip");
        return script;
    }
}
