namespace BlueGreenServerless.Configuration.Rules;

/// <summary>Keys that are right one by one and impossible together.</summary>
/// <param name="Path">The key to point at.</param>
internal sealed record Finding(string Path, string Message);
