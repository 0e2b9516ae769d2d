using Amazon.CDK.AWS.S3;

namespace BlueGreenServerless.Cdk.Pipeline;

public sealed record PipelineOptions
{
    public required string Prefix { get; init; }

    /// <summary>The app that the pipeline releases.</summary>
    public required string App { get; init; }

    /// <summary>Key of the source in the artifacts' bucket. It begins with <c>_</c>, so that its upload starts the pipeline and no release.</summary>
    public required string SourceKey { get; init; }

    /// <summary>Also where the pipeline keeps its own artifacts: the hosts fetch from it.</summary>
    public IBucket? Artifacts { get; init; }

    /// <summary>The function of the release action.</summary>
    public IFunction? Release { get; init; }
}
