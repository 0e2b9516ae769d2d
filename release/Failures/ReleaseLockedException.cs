namespace BlueGreenServerless.Failures;

/// <summary>Another release of the app holds the lock.</summary>
public sealed class ReleaseLockedException(string message, Exception? inner = null) : ReleaseException(message, inner);
