namespace BlueGreenServerless.Testing.Cli;

/// <summary>How a run of the command ended.</summary>
public sealed record BluegreenEnd(int Code, string Output, string Errors);
