namespace BlueGreenServerless.Clouds.Aws.CloudWatch;

/// <summary>A value that was measured so many times.</summary>
internal sealed record Sample(DateTimeOffset Time, double Value, double Count);
