namespace BlueGreenServerless.Clouds.Aws.CodePipeline;

/// <summary>Where a job stands.</summary>
public enum JobStatus
{
    InProgress,
    Succeeded,
    Failed,
}
