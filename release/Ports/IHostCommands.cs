using BlueGreenServerless.Documents;
using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Ports;

/// <summary>Runs scripts on the hosts of a colour.</summary>
public interface IHostCommands
{
    /// <summary>Number of hosts of a colour now.</summary>
    Task<int> CountAsync(Color color, CancellationToken cancellationToken);

    /// <summary>Whether a colour has any host now; cheaper than counting where hosts are listed page by page.</summary>
    async Task<bool> AnyAsync(Color color, CancellationToken cancellationToken) => await CountAsync(color, cancellationToken) > 0;

    /// <summary>
    /// Which hosts of a colour cannot be worked on right now and why, in words, at most three. Asked before anything changes; a provider
    /// that knows only by starting a command says none.
    /// </summary>
    Task<IReadOnlyList<string>> UnreachableAsync(Color color, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>
    /// Starts a command and returns at once with the id to poll. Starting the same <see cref="HostCommand.Id"/> again while it runs or
    /// after it ended returns the same id and runs nothing, as long as the provider remembers it.
    /// </summary>
    Task<string> StartAsync(HostCommand command, CancellationToken cancellationToken);

    /// <summary>How far the command is. The first definite failure makes the verdict Failed and stops the hosts that have not begun.</summary>
    Task<CommandProgress> PollAsync(string commandId, CancellationToken cancellationToken);

    /// <summary>Stops what can still be stopped. An id that is not known any more is no error.</summary>
    Task CancelAsync(string commandId, CancellationToken cancellationToken);
}
