namespace BlueGreenServerless.Clouds.Aws.Faults;

/// <summary>Something that goes wrong with the next calls of an operation.</summary>
/// <param name="Service">As in signatures: s3, elasticloadbalancing, monitoring, autoscaling, ssm, states; * for any.</param>
/// <param name="Operation">* for any.</param>
public sealed record Fault(string Service, string Operation, FaultKind Kind)
{
    /// <summary>How many calls it hits; then it is over.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Calls of the operation that go well before.</summary>
    public int After { get; init; }

    public string Code { get; init; } = "InternalFailure";

    public string Message { get; init; } = "We encountered an internal error. Please try again.";

    public int Status { get; init; } = 500;

    /// <summary>What an answer with an error says of when to come again; null: nothing. Seconds.</summary>
    public int? RetryAfter { get; init; }

    public TimeSpan Latency { get; init; }

    /// <summary>What a slow call waits for instead of a time.</summary>
    public Task? Until { get; init; }

    /// <summary>Is told when it hits a call, before anything else happens with it.</summary>
    public Action? Begins { get; init; }

    /// <summary>Only calls whose path or body contains this; null for all.</summary>
    public string? Containing { get; init; }
}
