namespace BlueGreenServerless.Records;

/// <summary>Which release has the traffic of an app.</summary>
/// <param name="StandbyUntil">Until when the release before it can be put back with one write per target.</param>
public sealed record LivePointer(string App, string ReleaseId, string Version, DateTimeOffset Since, DateTimeOffset StandbyUntil);
