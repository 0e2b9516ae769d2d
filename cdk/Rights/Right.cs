namespace BlueGreenServerless.Cdk.Rights;

/// <summary>One statement of a policy, as a provider asks for it.</summary>
/// <param name="Stages">The stages that need it; null means every stage that uses the port.</param>
/// <param name="Resources">
/// ARNs, or <c>*</c> where the API knows no resources. <c>{partition}</c>, <c>{region}</c>, <c>{account}</c> and <c>{state}</c>, the state's bucket, are the stack's;
/// <c>{name:default}</c> is what the deployment's context says under that name. A statement with a name that has neither is left out.
/// </param>
/// <param name="Reason">Why it is needed, and why it is not narrower.</param>
/// <param name="Condition">As in a policy: operator, key, values; with the same names as resources.</param>
/// <param name="Needs">Instead of actions: <c>hosts</c>, to run commands on hosts of any kind, <c>secrets</c>, to read the provider's own, or <c>notes</c>, to keep its own.</param>
/// <param name="Folder">Where those secrets or notes are, when it is not called as the provider.</param>
public sealed record Right(
    IReadOnlyList<string>? Stages, IReadOnlyList<string>? Actions, IReadOnlyList<string>? Resources, string Reason,
    Dictionary<string, Dictionary<string, string[]>>? Condition, string? Needs = null, string? Folder = null)
{
    internal static Right Hosts { get; } = new(null, null, null, "A load balancer that is reached through hosts.", null, "hosts");

    internal static Right Secrets { get; } = new(null, null, null, "The provider's own secrets.", null, "secrets");

    public bool IsOnEverything => Resources?.Contains("*", StringComparer.Ordinal) == true;
}
