using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Cli.Standby;

/// <summary>How the live version of one target does in the rollback window.</summary>
internal sealed record WindowSighting(string Target, ObservationVerdict Verdict, string Why);
