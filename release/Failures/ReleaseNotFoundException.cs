namespace BlueGreenServerless.Failures;

/// <summary>No release of that name or app is known.</summary>
public sealed class ReleaseNotFoundException(string message, Exception? inner = null) : ReleaseException(message, inner);
