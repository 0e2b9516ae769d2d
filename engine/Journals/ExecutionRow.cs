namespace BlueGreenServerless.Engine.Journals;

/// <summary>An execution as it stands in the table.</summary>
internal sealed record ExecutionRow(
    long Id, string Machine, string Name, ExecutionStatus Status, string DefinitionHash, string? Owner, string? Parent, string Input,
    string? Output, string? Error, string? Cause, DateTimeOffset Started, DateTimeOffset? Stopped);
