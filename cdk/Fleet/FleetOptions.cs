using Amazon.CDK.AWS.S3;
using Amazon.CDK.AWS.SNS;

namespace BlueGreenServerless.Cdk.Fleet;

public sealed record FleetOptions
{
    public required string Prefix { get; init; }

    public required bool IsArm { get; init; }

    /// <summary>Null makes a new network.</summary>
    public ExistingNetwork? Network { get; init; }

    /// <summary>ARN of a certificate for HTTPS; null serves HTTP.</summary>
    public string? Certificate { get; init; }

    /// <summary>Where the machines fetch artifacts from.</summary>
    public IBucket? Artifacts { get; init; }

    /// <summary>Who is told when the application is in trouble.</summary>
    public ITopic? Topic { get; init; }

    /// <summary>Parameter of Systems Manager that names the golden image; a parameter of the stack, so that a deployment may choose another.</summary>
    public string Image => GoldenImage ?? $"/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-{(IsArm ? "arm64" : "x86_64")}";

    /// <summary>Unset: Amazon Linux 2023.</summary>
    public string? GoldenImage { get; init; }

    /// <summary>Port of the application on its machines.</summary>
    public int Port { get; init; } = 8080;

    public string HealthPath { get; init; } = "/health";

    /// <summary>Machines of a colour that is live.</summary>
    public int Capacity { get; init; } = 2;
}
