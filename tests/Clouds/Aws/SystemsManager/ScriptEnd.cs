namespace BlueGreenServerless.Clouds.Aws.SystemsManager;

/// <summary>How a script ended.</summary>
/// <param name="WasStopped">It ran too long or was cancelled.</param>
public sealed record ScriptEnd(int Code, string Output, string Error, bool WasStopped);
