namespace BlueGreenServerless.Engine.Journals;

/// <summary>What is written when an execution starts.</summary>
/// <param name="Parent">The task attempt that starts it, if one does: run again after a crash, it finds its own child.</param>
internal sealed record NewExecution(
    string Machine, string Name, string DefinitionHash, string Input, string Owner, string? Parent, DateTimeOffset Started);
