using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Documents;

public sealed record RestoreState(RestoreVerdict Verdict, int Attempts, DateTimeOffset StartedAt, string? LastError);
