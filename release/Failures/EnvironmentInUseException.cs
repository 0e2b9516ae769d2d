namespace BlueGreenServerless.Failures;

/// <summary>What shall be destroyed has users.</summary>
public sealed class EnvironmentInUseException(string message, Exception? inner = null) : ReleaseException(message, inner);
