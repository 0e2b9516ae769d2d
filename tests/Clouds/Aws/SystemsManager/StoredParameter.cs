namespace BlueGreenServerless.Clouds.Aws.SystemsManager;

/// <summary>A parameter as it is kept.</summary>
internal sealed record StoredParameter(string Name, string Value, bool Secure, long Version, DateTimeOffset Modified);
