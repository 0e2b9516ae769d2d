using BlueGreenServerless.Testing.Secrets;

namespace BlueGreenServerless.Clouds.Aws.CodePipeline;

/// <summary>A Lambda action with one input artifact.</summary>
/// <param name="Function">Name of the function.</param>
/// <param name="UserParameters">Text that the function gets.</param>
/// <param name="Bucket">Where the artifact lies.</param>
public sealed record PipelineAction(string Function, string UserParameters, string Bucket, string Key)
{
    /// <summary>Part of the credentials that come with each call, which nobody may write down.</summary>
    public static string Secret { get; } = MarkedSecret.OfAws(SecretNames.Pipeline);
}
