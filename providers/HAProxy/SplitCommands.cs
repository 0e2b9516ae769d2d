namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>The runtime commands that read and change the percentage (management.txt 9.3). Pure text.</summary>
internal static class SplitCommands
{
    public static string Get(string map) => $"get map {map} {HaproxyConfiguration.SplitKey}";

    /// <summary>For a key that is there; HAProxy says <c>entry not found.</c> otherwise.</summary>
    public static string Set(string map, int percent) => $"set map {map} {HaproxyConfiguration.SplitKey} {percent}";

    /// <summary>For a key that is not there; with an older entry the older one would win.</summary>
    public static string Add(string map, int percent) => $"add map {map} {HaproxyConfiguration.SplitKey} {percent}";
}
