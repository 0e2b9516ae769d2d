using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>
/// HAProxy's command line on a Unix socket: one connection, one line, the reply, close (management.txt 9.3). There is no status code;
/// whoever asks must judge the text.
/// </summary>
internal interface IRuntimeSocket
{
    /// <summary>Sends commands, joined by ';', and returns all of the reply.</summary>
    /// <exception cref="ProviderUnavailableException">The socket is missing, refuses or does not answer in time.</exception>
    /// <exception cref="ProviderRefusedException">The socket may not be opened by us.</exception>
    Task<string> AskAsync(string socket, string commands, CancellationToken cancellationToken);
}
