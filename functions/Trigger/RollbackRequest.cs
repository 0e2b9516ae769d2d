namespace BlueGreenServerless.Functions.Trigger;

/// <summary>Please put the traffic back.</summary>
/// <param name="By">Who or what asks: a person, an alarm.</param>
/// <param name="Reason">In words; for an alarm, its name.</param>
/// <param name="ReleaseId">The release to take back; null means the one that runs, or else the live one.</param>
/// <param name="Alarm">True when an alarm asks and not a person.</param>
public sealed record RollbackRequest(string App, string By, string Reason, string? ReleaseId = null, bool Alarm = false);
