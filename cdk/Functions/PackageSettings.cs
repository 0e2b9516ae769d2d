using Amazon.CDK.AWS.Lambda;

namespace BlueGreenServerless.Cdk.Functions;

/// <summary>What all functions have in common.</summary>
public sealed record PackageSettings
{
    public required string Prefix { get; init; }

    public required Code Code { get; init; }

    public required Architecture Architecture { get; init; }

    public required IReadOnlyDictionary<string, string> Environment { get; init; }
}
