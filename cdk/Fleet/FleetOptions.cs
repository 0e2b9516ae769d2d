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

    /// <summary>Port of the application on its machines.</summary>
    public int Port { get; init; } = 8080;

    public string HealthPath { get; init; } = "/health";

    /// <summary>Machines of a colour that is live.</summary>
    public int Capacity { get; init; } = 2;
}
