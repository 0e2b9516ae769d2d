namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>One HAProxy with its files, here or on another machine.</summary>
internal interface IBalancer
{
    /// <summary>For messages; empty when there is only this machine.</summary>
    string Name { get; }

    /// <summary>Reads the percentage of green from the file and from the running process.</summary>
    Task<SplitReading> ReadSplitAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Under the lock: writes the file, then the running process, each only where it differs, and reads both back.
    /// </summary>
    Task<SplitReading> WriteSplitAsync(int percent, CancellationToken cancellationToken);

    /// <summary>Asks the admin socket.</summary>
    Task<string> AskAsync(string commands, CancellationToken cancellationToken);

    /// <summary>Asks the master's socket.</summary>
    Task<string> AskMasterAsync(string commands, CancellationToken cancellationToken);

    /// <summary>Makes HAProxy run this configuration; true when that took a reload.</summary>
    Task<bool> ApplyAsync(HaproxyConfiguration configuration, CancellationToken cancellationToken);

    /// <summary>Writes the configuration and the map for an HAProxy that has not been started yet. May run twice.</summary>
    Task InstallAsync(HaproxyConfiguration configuration, CancellationToken cancellationToken);

    /// <summary>
    /// True when it may have users. False when there is neither a configuration nor a socket, or when the running process listens nowhere.
    /// </summary>
    Task<bool> HasWayInAsync(CancellationToken cancellationToken);
}
