using BlueGreenServerless.Documents;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Testing.Fakes;

/// <summary>Hosts in memory: a command runs for some polls and then ends as the test says.</summary>
public sealed class FakeHosts(TimeProvider time) : IHostCommands
{
    private readonly Dictionary<string, int> polls = [];

    public Faults Faults { get; } = new(time);

    public Dictionary<Color, int> Counts { get; } = new() { [Color.Blue] = 2, [Color.Green] = 2 };

    /// <summary>Polls that find a command running before it ends.</summary>
    public int RunsFor { get; set; } = 1;

    /// <summary>The failure that commands whose id ends with the key end with.</summary>
    public Dictionary<string, HostFailure> Failing { get; } = [];

    /// <summary>Commands that were really started, in order.</summary>
    public List<HostCommand> Started { get; } = [];

    public List<string> Cancelled { get; } = [];

    /// <summary>The process that ran the command is gone.</summary>
    public void Forget(string commandId)
    {
        polls.Remove(commandId);
    }

    public Task<int> CountAsync(Color color, CancellationToken cancellationToken) => Faults.AroundAsync("Count", () => Counts[color], cancellationToken);

    public Task<string> StartAsync(HostCommand command, CancellationToken cancellationToken) => Faults.AroundAsync(
        "Start",
        () =>
        {
            if (polls.TryAdd(command.Id, 0))
            {
                Started.Add(command);
            }

            return command.Id;
        },
        cancellationToken);

    public Task<CommandProgress> PollAsync(string commandId, CancellationToken cancellationToken) =>
        Faults.AroundAsync("Poll", () => Progress(commandId), cancellationToken);

    public Task CancelAsync(string commandId, CancellationToken cancellationToken) =>
        Faults.AroundAsync("Cancel", () => { Cancelled.Add(commandId); }, cancellationToken);

    private CommandProgress Progress(string commandId)
    {
        if (!polls.TryGetValue(commandId, out var polled))
        {
            return new CommandProgress(CommandVerdict.Unknown, 0, 0, 0, []);
        }

        polls[commandId] = polled + 1;
        var command = Started.Last(one => one.Id == commandId);
        var total = command.OnlyFirst ? 1 : command.Color is { } color ? Counts[color] : Counts.Values.Sum();
        if (polled < RunsFor)
        {
            return new CommandProgress(CommandVerdict.Running, total, 0, 0, []);
        }

        return Failing.FirstOrDefault(pair => commandId.EndsWith(pair.Key, StringComparison.Ordinal)).Value is { } failure
            ? new CommandProgress(CommandVerdict.Failed, total, 0, 1, [failure])
            : new CommandProgress(CommandVerdict.Succeeded, total, total, 0, []);
    }
}
