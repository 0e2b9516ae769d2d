namespace BlueGreenServerless.Failures;

/// <summary>The traffic of a target is divided before the release starts, so there is no idle colour.</summary>
public sealed class TrafficMixedException(string message, Exception? inner = null) : ReleaseException(message, inner);
