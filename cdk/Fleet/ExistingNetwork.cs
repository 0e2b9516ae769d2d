using Amazon.CDK.AWS.EC2;

namespace BlueGreenServerless.Cdk.Fleet;

/// <summary>A network that is there already, named by its parts so that synthesis asks no account.</summary>
public sealed record ExistingNetwork(string Vpc, IReadOnlyList<string> Zones, IReadOnlyList<string> PublicSubnets, IReadOnlyList<string> PrivateSubnets)
{
    /// <param name="context">Values of vpc, zones, publicSubnets and privateSubnets.</param>
    public static ExistingNetwork? Of(Func<string, IReadOnlyList<string>> context) =>
        context("vpc") is [var vpc] ? new ExistingNetwork(vpc, context("zones"), context("publicSubnets"), context("privateSubnets")) : null;

    internal IVpc In(Construct scope) => Amazon.CDK.AWS.EC2.Vpc.FromVpcAttributes(scope, "Network", new VpcAttributes
    {
        VpcId = Vpc, AvailabilityZones = [.. Zones], PublicSubnetIds = [.. PublicSubnets], PrivateSubnetIds = [.. PrivateSubnets],
    });
}
