namespace BlueGreenServerless.Records;

/// <summary>Releases of an app do not start or move forward while it is frozen; going back is always allowed.</summary>
public sealed record Freeze(string By, string Reason, DateTimeOffset At);
