namespace BlueGreenServerless.Records;

/// <param name="By">Who or what raised it.</param>
/// <param name="Text">For people: the reason, the alarm's name, the target's name.</param>
public sealed record Signal(SignalKind Kind, string By, string Text, DateTimeOffset At);
