namespace BlueGreenServerless.Functions.Hosting.Executions;

/// <summary>The release that an execution is about.</summary>
public sealed record ExecutionSubject(string App, string ReleaseId);
