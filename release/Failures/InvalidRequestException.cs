namespace BlueGreenServerless.Failures;

/// <summary>The request, the configuration or an argument is not usable; the message says what is allowed.</summary>
public sealed class InvalidRequestException(string message, Exception? inner = null) : ReleaseException(message, inner);
