namespace BlueGreenServerless.AwsReleases.Tests;

/// <summary>Tests in which the clock of the account leaps, after all others.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
