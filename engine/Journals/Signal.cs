namespace BlueGreenServerless.Engine.Journals;

/// <summary>A request to the owner of an execution.</summary>
/// <param name="First">The error, or the output of a task that succeeded.</param>
/// <param name="Second">The cause.</param>
internal sealed record Signal(long Id, SignalKind Kind, long Execution, string? Token, string First, string Second, DateTimeOffset Sent);
