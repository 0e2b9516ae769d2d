namespace BlueGreenServerless.AwsStand.Watching;

/// <summary>One write of the production listener.</summary>
/// <param name="Blue">Percent.</param>
/// <param name="Green">Percent.</param>
public sealed record TrafficWrite(DateTimeOffset At, int Blue, int Green);
