namespace BlueGreenServerless.Failures;

/// <summary>A provider gave a definite no: wrong credentials, an unknown object, a malformed request.</summary>
public sealed class ProviderRefusedException(string message, Exception? inner = null) : ReleaseException(message, inner);
