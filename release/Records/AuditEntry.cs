namespace BlueGreenServerless.Records;

/// <summary>Who did what by hand.</summary>
/// <param name="Action">The word of the command: abort, approve, reject, freeze, unfreeze, unlock, rollback.</param>
public sealed record AuditEntry(string App, string Action, string By, string Text, DateTimeOffset At);
