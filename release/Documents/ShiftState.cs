using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Documents;

/// <param name="Split">The split that was read back after the write.</param>
public sealed record ShiftState(ShiftVerdict Verdict, TrafficSplit Split, DateTimeOffset At);
