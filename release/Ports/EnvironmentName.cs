namespace BlueGreenServerless.Ports;

/// <summary>How environments are named, for the options of providers.</summary>
public static class EnvironmentName
{
    /// <summary>Fit for the beginning of every provider's names, host names among them.</summary>
    public const string Pattern = "^[a-z]([a-z0-9-]{0,28}[a-z0-9])?$";

    public const string Allowed = "1 to 30 of a-z, 0-9 and '-', beginning with a letter and not ending with '-'";
}
