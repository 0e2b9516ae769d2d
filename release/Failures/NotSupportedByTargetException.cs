namespace BlueGreenServerless.Failures;

/// <summary>A target cannot do what the plan asks for; found before anything changes.</summary>
public sealed class NotSupportedByTargetException(string message, Exception? inner = null) : ReleaseException(message, inner);
