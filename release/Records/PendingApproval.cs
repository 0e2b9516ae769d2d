namespace BlueGreenServerless.Records;

/// <summary>A release that waits for a person.</summary>
public sealed record PendingApproval(string App, string ReleaseId, string Token, DateTimeOffset Since, DateTimeOffset Until);
