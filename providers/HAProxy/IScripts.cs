using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>Runs a bash script on HAProxy's machine.</summary>
internal interface IScripts
{
    /// <summary>Standard output of a script that ended with 0.</summary>
    /// <param name="secrets">Variables for its environment; only on this machine.</param>
    /// <exception cref="ProviderUnavailableException">It could not be run, or not in time.</exception>
    /// <exception cref="ProviderRefusedException">It ended with another exit code.</exception>
    Task<string> RunAsync(string script, IReadOnlyDictionary<string, string> secrets, TimeSpan deadline, CancellationToken cancellationToken);
}
