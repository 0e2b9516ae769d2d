namespace BlueGreenServerless.Cli.Output;

/// <summary>A release that waits for a person, without the token that would answer for him.</summary>
internal sealed record WaitingApproval(string ReleaseId, DateTimeOffset Since, DateTimeOffset Until);
