namespace BlueGreenServerless.Failures;

/// <summary>The lock that this release held has been taken over: its writes are fenced off.</summary>
public sealed class LockLostException(string message, Exception? inner = null) : ReleaseException(message, inner);
