using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Documents;

/// <summary>The proof of health of the idle colour.</summary>
/// <param name="InARow">Healthy rounds in a row so far.</param>
public sealed record HealthState(HealthVerdict Verdict, int InARow, DateTimeOffset StartedAt, ColorHealth Last);
