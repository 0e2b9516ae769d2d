namespace BlueGreenServerless.Failures;

/// <summary>There is nothing safe to put back: the window has closed, or the release is not the live one.</summary>
public sealed class RollbackRefusedException(string message, Exception? inner = null) : ReleaseException(message, inner);
