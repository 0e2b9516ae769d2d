namespace BlueGreenServerless.Failures;

/// <summary>Releases of the app are frozen.</summary>
public sealed class ReleaseFrozenException(string message, Exception? inner = null) : ReleaseException(message, inner);
