using BlueGreenServerless.Cdk.Rights;

namespace BlueGreenServerless.Cdk;

public sealed record ReleaseStackOptions
{
    /// <summary>What the names of functions and machines begin with.</summary>
    public required string Prefix { get; init; }

    /// <summary>Directory with the published functions.</summary>
    public required string Package { get; init; }

    /// <summary>Directory with the state machines' definitions.</summary>
    public required string Definitions { get; init; }

    public required bool IsArm { get; init; }

    public required ProviderRights Rights { get; init; }

    /// <summary>Apps whose targets are asked every minute, each with an alarm.</summary>
    public IReadOnlyList<string> Probes { get; init; } = [];

    /// <summary>What narrows the rights: load balancers, groups, tags, folders of secrets.</summary>
    public RightNames Names { get; init; } = RightNames.None;
}
