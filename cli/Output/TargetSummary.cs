using BlueGreenServerless.Failures;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Cli.Output;

/// <param name="LiveBefore">The colour that had the traffic when the release began.</param>
/// <param name="Split">The split last read back.</param>
public sealed record TargetSummary(string Name, Color? LiveBefore, TrafficSplit? Split, Failure? Failure);
