using BlueGreenServerless.Cdk.Fleet;
using BlueGreenServerless.Cdk.Functions;
using BlueGreenServerless.Cdk.Pipeline;
using BlueGreenServerless.Cdk.Rights;
using BlueGreenServerless.Functions.Hosting.Triggers;

namespace BlueGreenServerless.Cdk;

/// <summary>What <c>cdk synth -c name=value</c> may choose.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>context</term><description>meaning and default</description></listheader>
/// <item><term>prefix</term><description>what all names begin with: bluegreen</description></item>
/// <item><term>architecture</term><description>arm64 (default) or x64</description></item>
/// <item><term>providers</term><description>providers by name, with commas: those that have rights in the cloud</description></item>
/// <item><term>probes</term><description>apps whose targets are asked every minute, with an alarm for each, with commas: none</description></item>
/// <item><term>balancers</term><description>load balancers whose listeners may be written, each as app/name/id, with commas: all of the account's</description></item>
/// <item><term>scalingGroups</term><description>names of the Auto Scaling groups that may be scaled, with commas: all that carry a colour</description></item>
/// <item><term>tag, colors</term><description>tag of groups and machines that carry a colour: Environment, with the values Blue,Green,Balancer</description></item>
/// <item><term>secrets, secretsKey</term><description>folder of secrets in Parameter Store: /bluegreen; ARN of the key they are encrypted with, if it is one's own</description></item>
/// <item><term>functions</term><description>a directory with published functions, to not publish them again</description></item>
/// <item><term>vpc, zones, publicSubnets, privateSubnets</term><description>an existing network, with commas; unset: a new one</description></item>
/// <item><term>image</term><description>parameter of Systems Manager that names the golden image: Amazon Linux 2023</description></item>
/// <item><term>certificate</term><description>ARN of a certificate: the production listener speaks HTTPS on 443 instead of HTTP on 80</description></item>
/// <item><term>pipelineApp, pipelineSource</term><description>app, and key of its source in the artifacts' bucket (<c>_APP/source.zip</c>): adds the pipeline</description></item>
/// </list>
/// </remarks>
public sealed record DeploymentOptions(ReleaseStackOptions Release, FleetOptions Fleet, PipelineOptions? Pipeline)
{
    public static DeploymentOptions Of(Node node)
    {
        var prefix = Text(node, "prefix") ?? "bluegreen";
        var root = RepositoryRoot.Find();
        return new DeploymentOptions(
            new ReleaseStackOptions
            {
                Prefix = prefix,
                Package = Text(node, "functions") ?? FunctionsPackage.Publish(root),
                Definitions = Path.Combine(root, "statemachine"),
                IsArm = Text(node, "architecture") is not "x64",
                Rights = ProviderRights.Of(List(node, "providers")),
                Probes = List(node, "probes"),
                Names = RightNames.Of(name => List(node, name)),
            },
            new FleetOptions { Prefix = prefix, IsArm = Text(node, "architecture") is not "x64", Network = ExistingNetwork.Of(name => List(node, name)), Certificate = Text(node, "certificate"), GoldenImage = Text(node, "image") },
            Text(node, "pipelineApp") is { } app ? new PipelineOptions { Prefix = prefix, App = app, SourceKey = Text(node, "pipelineSource") ?? $"{ArtifactKey.Aside}{app}/source.zip" } : null);
    }

    private static string? Text(Node node, string name) => node.TryGetContext(name) as string is { Length: > 0 } text ? text : null;

    private static string[] List(Node node, string name) =>
        Text(node, name)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
