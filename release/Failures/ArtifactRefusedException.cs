namespace BlueGreenServerless.Failures;

/// <summary>The artifact is missing, has another digest than announced, or is not safe to unpack.</summary>
public sealed class ArtifactRefusedException(string message, Exception? inner = null) : ReleaseException(message, inner);
