namespace BlueGreenServerless.Documents;

/// <summary>A person's answer.</summary>
public sealed record Approval(bool Approved, string By, string? Comment, DateTimeOffset At);
