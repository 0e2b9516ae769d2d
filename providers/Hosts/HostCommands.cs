using System.Collections.Concurrent;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Providers.Hosts;

/// <summary>
/// Commands that this process runs itself, host by host with a bound. They are known for as long as the process lives, the
/// newest <see cref="Remembered"/> ended ones at most; any other id is <see cref="CommandVerdict.Unknown"/>.
/// </summary>
internal sealed class HostCommands(HostPools pools, IHostShell shell, int parallel, TimeProvider time) : IHostCommands
{
    public const int Remembered = 256;

    private const int ReachSample = 50;
    private static readonly TimeSpan ReachDeadline = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Lazy<FanOut>> commands = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> order = new();

    public Task<int> CountAsync(Color color, CancellationToken cancellationToken) => Task.FromResult(pools.Of(color).Count);

    /// <summary>A script that does nothing, on the first hosts of the colour; of thousands of hosts a sample has to do.</summary>
    public async Task<IReadOnlyList<string>> UnreachableAsync(Color color, CancellationToken cancellationToken)
    {
        var hosts = pools.Of(color).Take(ReachSample).ToList();
        using var asked = FanOut.Start(hosts, new HostCommand("reach", color, ":", null, ReachDeadline), shell, parallel, time);
        await asked.Ended.WaitAsync(cancellationToken);
        return [.. asked.Progress().Failures.Select(failure => failure.Reason)];
    }

    public Task<string> StartAsync(HostCommand command, CancellationToken cancellationToken)
    {
        var hosts = pools.Of(command.Color);
        if (hosts.Count == 0)
        {
            throw new InvalidRequestException(
                $"The command '{command.Id}' has no host to run on: the list of '{command.Color?.Lower() ?? "hosts"}' is empty. At least one is needed. Add hosts to the target's options.");
        }

        var added = new Lazy<FanOut>(() => FanOut.Start(command.OnlyFirst ? [hosts[0]] : hosts, command, shell, parallel, time));
        if (commands.GetOrAdd(command.Id, added) == added)
        {
            _ = added.Value;
            order.Enqueue(command.Id);
            Forget();
        }

        return Task.FromResult(command.Id);
    }

    public Task<CommandProgress> PollAsync(string commandId, CancellationToken cancellationToken) => Task.FromResult(
        commands.TryGetValue(commandId, out var command) ? command.Value.Progress() : new CommandProgress(CommandVerdict.Unknown, 0, 0, 0, []));

    public Task CancelAsync(string commandId, CancellationToken cancellationToken) =>
        commands.TryGetValue(commandId, out var command) ? command.Value.CancelAsync() : Task.CompletedTask;

    /// <summary>A running command is kept, however old.</summary>
    private void Forget()
    {
        for (var spare = order.Count - Remembered; spare > 0 && order.TryDequeue(out var oldest); spare--)
        {
            if (commands.TryGetValue(oldest, out var command) && command.Value.Progress().Verdict == CommandVerdict.Running)
            {
                order.Enqueue(oldest);
            }
            else if (commands.TryRemove(oldest, out var ended))
            {
                ended.Value.Dispose();
            }
        }
    }
}
