namespace BlueGreenServerless.AwsPackages.Tests.Switch;

public sealed class Modes
{
    private static readonly string[] Packages =
    [
        "AWSSDK.AutoScaling", "AWSSDK.CloudWatch", "AWSSDK.CodePipeline", "AWSSDK.ElasticLoadBalancingV2", "AWSSDK.SimpleSystemsManagement", "AWSSDK.StepFunctions",
        "Amazon.Lambda.Annotations", "Amazon.Lambda.Core", "Amazon.Lambda.Serialization.SystemTextJson", "Amazon.Lambda.TestUtilities",
    ];

    [Fact]
    public async Task Official_means_packages_with_central_versions_and_no_bundled_project()
    {
        var references = await Evaluation.ReferencesAsync("official");

        Assert.Empty(Packages.Except(Evaluation.Names(references, "PackageReference")));
        Assert.Empty(Packages.Except(Evaluation.Names(references, "PackageVersion")));
        Assert.DoesNotContain(Evaluation.Names(references, "ProjectReference"), path => path.Contains("aws-packages", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Bundled_means_projects_and_no_package_of_these()
    {
        var references = await Evaluation.ReferencesAsync("bundled");

        Assert.Empty(Packages.Except(Evaluation.Names(references, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)!)));
        Assert.Empty(Packages.Intersect(Evaluation.Names(references, "PackageReference")));
        Assert.Empty(Packages.Intersect(Evaluation.Names(references, "PackageVersion")));
    }

    [Fact]
    public void Every_bundled_package_is_tested_here() =>
        Assert.Equal(
            Packages.Append("Amazon.Lambda.Annotations.SourceGenerator").Order(StringComparer.Ordinal),
            Directory.GetFiles(Path.Combine(Evaluation.Root, "aws-packages"), "*.csproj", SearchOption.AllDirectories)
                .Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal));
}
