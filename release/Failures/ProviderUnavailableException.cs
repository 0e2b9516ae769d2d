namespace BlueGreenServerless.Failures;

/// <summary>A provider did not answer, answered with a passing fault or asked to slow down. The only failure of ours that is tried again.</summary>
public sealed class ProviderUnavailableException(string message, Exception? inner = null) : ReleaseException(message, inner);
