namespace BlueGreenServerless.Ports;

/// <summary>What a router can do; Inspect refuses a strategy that asks for more.</summary>
/// <param name="Weights">Can divide the traffic (canary, linear); without it only all-at-once.</param>
/// <param name="Preview">Can reach the idle colour (needed for smoke tests and probes).</param>
/// <param name="Says">What the target can do instead, in words, for the message of a refusal.</param>
public sealed record RouterAbilities(bool Weights, bool Preview, string Says);
