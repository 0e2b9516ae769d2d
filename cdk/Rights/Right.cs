namespace BlueGreenServerless.Cdk.Rights;

/// <summary>One statement of a policy.</summary>
/// <param name="Stages">The stages that need it; null means every stage that uses the port.</param>
/// <param name="Resources">ARNs with <c>{partition}</c>, <c>{region}</c> and <c>{account}</c>, or <c>*</c> where the API knows no resources.</param>
/// <param name="Reason">Why it is needed, and why it is not narrower.</param>
/// <param name="Condition">As in a policy: operator, key, values.</param>
public sealed record Right(
    IReadOnlyList<string>? Stages, IReadOnlyList<string> Actions, IReadOnlyList<string> Resources, string Reason,
    Dictionary<string, Dictionary<string, string[]>>? Condition);
