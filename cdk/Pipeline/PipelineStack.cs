using Amazon.CDK.AWS.CodeBuild;
using Amazon.CDK.AWS.CodePipeline;
using Amazon.CDK.AWS.CodePipeline.Actions;
using BlueGreenServerless.Functions.Hosting.Triggers;
using Artifact = Amazon.CDK.AWS.CodePipeline.Artifact_;
using PipelineConstruct = Amazon.CDK.AWS.CodePipeline.Pipeline;
using StageProps = Amazon.CDK.AWS.CodePipeline.StageProps;

namespace BlueGreenServerless.Cdk.Pipeline;

/// <summary>
/// Source, build, release: the last action ends when the release has. Its artifacts lie in the bucket of the artifacts, below its name, which
/// tells the trigger for uploads to leave them alone.
/// </summary>
public sealed class PipelineStack : Stack
{
    public PipelineStack(Construct scope, string id, PipelineOptions options, IStackProps? props = null)
        : base(scope, id, props)
    {
        var source = new Artifact("source");
        var built = new Artifact("built");
        _ = new PipelineConstruct(this, "Pipeline", new PipelineProps
        {
            PipelineName = $"{ArtifactKey.Aside}{options.Prefix}-{options.App}",
            PipelineType = PipelineType.V2,
            ArtifactBucket = options.Artifacts,
            Stages = [Stage("Source", Fetch(options, source)), Stage("Build", Build(source, built)), Stage("Release", Release(options, built))],
        });
    }

    private static StageProps Stage(string name, IAction action) => new() { StageName = name, Actions = [action] };

    private static S3SourceAction Fetch(PipelineOptions options, Artifact source) => new(new S3SourceActionProps
    {
        ActionName = "Fetch", Bucket = options.Artifacts!, BucketKey = options.SourceKey, Output = source, Trigger = S3Trigger.POLL,
    });

    /// <summary>The source brings its own buildspec.yml; what that names as its artifacts is released.</summary>
    private CodeBuildAction Build(Artifact source, Artifact built) => new(new CodeBuildActionProps
    {
        ActionName = "Build",
        Input = source,
        Outputs = [built],
        Project = new PipelineProject(this, "Build", new PipelineProjectProps
        {
            Environment = new BuildEnvironment { BuildImage = LinuxBuildImage.STANDARD_7_0 }, Timeout = Duration.Minutes(30),
        }),
    });

    private static LambdaInvokeAction Release(PipelineOptions options, Artifact built) => new(new LambdaInvokeActionProps
    {
        ActionName = "Release",
        Lambda = options.Release!,
        Inputs = [built],
        UserParameters = new Dictionary<string, object>(StringComparer.Ordinal) { ["app"] = options.App, ["version"] = "#{codepipeline.PipelineExecutionId}" },
    });
}
