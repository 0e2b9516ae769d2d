namespace BlueGreenServerless.Testing.Hosts;

/// <summary>How a script ended and what it said.</summary>
public sealed record ScriptRun(int ExitCode, string Output);
