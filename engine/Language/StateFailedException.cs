namespace BlueGreenServerless.Engine.Language;

/// <summary>A state failed with an error that a retrier or catcher may take.</summary>
internal sealed class StateFailedException(string error, string cause) : Exception($"{error}: {cause}")
{
    public string Error { get; } = error;

    public string Cause { get; } = cause;
}
