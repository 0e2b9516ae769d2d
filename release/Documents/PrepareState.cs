using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Documents;

/// <param name="Waiting">What is waited for, in words; null when nothing is.</param>
public sealed record PrepareState(PrepareVerdict Verdict, DateTimeOffset StartedAt, string? Waiting);
