using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.SQS;

namespace BlueGreenServerless.Cdk.Functions;

public sealed record CloudFunctionProps
{
    public required string Name { get; init; }

    public required string Handler { get; init; }

    public required Code Code { get; init; }

    public required Architecture Architecture { get; init; }

    public required Duration Timeout { get; init; }

    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>Where events go that a function failed on; null for functions that the state machines call.</summary>
    public IQueue? DeadLetters { get; init; }
}
