namespace BlueGreenServerless.Cdk.Rights;

/// <summary>Values for the names that stand in the rights of providers, such as the load balancers that may be written.</summary>
/// <param name="Values">By name; what is not there has its default.</param>
public sealed record RightNames(IReadOnlyDictionary<string, IReadOnlyList<string>> Values)
{
    public static RightNames None { get; } = new(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));

    /// <summary>Every name that there is.</summary>
    public static IReadOnlyList<string> All => PermissionFiles.Names;

    /// <param name="context">Values of a name; none when the deployment does not say it.</param>
    public static RightNames Of(Func<string, IReadOnlyList<string>> context) =>
        new(All.ToDictionary(name => name, context, StringComparer.Ordinal));
}
