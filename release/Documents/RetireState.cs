using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Documents;

/// <param name="CommandId">Id of the running contract migration, or null.</param>
public sealed record RetireState(RetireVerdict Verdict, DateTimeOffset StartedAt, string? CommandId, string? Why);
