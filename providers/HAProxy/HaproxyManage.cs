namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>Who owns HAProxy's configuration.</summary>
public enum HaproxyManage
{
    /// <summary>We render, check, replace and reload it.</summary>
    Config,

    /// <summary>Somebody else; it has our backends and reads our map.</summary>
    MapOnly,
}
