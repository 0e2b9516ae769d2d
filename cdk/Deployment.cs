using BlueGreenServerless.Cdk.Checks;
using BlueGreenServerless.Cdk.Fleet;
using BlueGreenServerless.Cdk.Pipeline;

namespace BlueGreenServerless.Cdk;

/// <summary>The stacks of this project, wired to each other.</summary>
/// <param name="Pipeline">Null when it is not asked for.</param>
public sealed record Deployment(ReleaseStack Release, FleetStack Fleet, PipelineStack? Pipeline)
{
    public static Deployment Of(App app, DeploymentOptions options)
    {
        var release = new ReleaseStack(app, "BlueGreenRelease", options.Release);
        var fleet = new FleetStack(app, "BlueGreenFleet", options.Fleet with { Artifacts = release.Artifacts, Topic = release.Topic });
        var pipeline = options.Pipeline is { } wanted
            ? new PipelineStack(app, "BlueGreenPipeline", wanted with { Artifacts = release.Artifacts, Release = release.Triggers["OnPipeline"] }) : null;

        // the pipeline's policies are written by the CDK's own constructs, with stars within one bucket and one project
        Aspects.Of(release).Add(new LeastPrivilege());
        Aspects.Of(fleet).Add(new LeastPrivilege());
        return new Deployment(release, fleet, pipeline);
    }
}
