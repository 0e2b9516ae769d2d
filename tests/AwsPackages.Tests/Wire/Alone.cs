namespace BlueGreenServerless.AwsPackages.Tests.Wire;

[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
