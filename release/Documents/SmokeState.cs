using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Documents;

public sealed record SmokeState(SmokeVerdict Verdict, int Passed, int Total);
