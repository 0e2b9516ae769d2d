using System.Collections.Concurrent;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.DigitalOcean.Droplets;
using BlueGreenServerless.Traffic;
using BlueGreenServerless.Verdicts;

namespace BlueGreenServerless.Providers.DigitalOcean.Hosts;

/// <summary>
/// Droplets by tag. Who they are is looked up when a command starts; the command itself is run by the provider in <c>through</c>, which is
/// remembered for it, so that polls cost no call and a droplet that comes or goes meanwhile changes nothing.
/// </summary>
internal sealed class DropletHosts : IHostCommands
{
    private const int Remembered = 256;

    private readonly ConcurrentDictionary<string, IHostCommands> commands = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> order = new();
    private readonly DropletHostsOptions options;
    private readonly DropletDirectory droplets;
    private readonly PortContext context;
    private readonly AddressedHosts addressed;

    public DropletHosts(DropletHostsOptions options, DropletDirectory droplets, PortContext context)
    {
        (this.options, this.droplets, this.context) = (options, droplets, context);
        addressed = new AddressedHosts(options.Through, options.Network, options.Settings);
        addressed.Check(context);
    }

    public async Task<int> CountAsync(Color color, CancellationToken cancellationToken) => (await droplets.ReadAsync(Tag(color), cancellationToken)).Count;

    public async Task<IReadOnlyList<string>> UnreachableAsync(Color color, CancellationToken cancellationToken)
    {
        var found = await droplets.ReadAsync(Tag(color), cancellationToken);
        var down = found.Where(droplet => !droplet.IsActive).Select(Down).Take(3).ToList();
        return down.Count > 0 ? down : await (await HostsAsync(cancellationToken)).UnreachableAsync(color, cancellationToken);
    }

    public async Task<string> StartAsync(HostCommand command, CancellationToken cancellationToken)
    {
        foreach (var color in command.Color is { } one ? [one] : Enum.GetValues<Color>())
        {
            if ((await droplets.ReadAsync(Tag(color), cancellationToken)).FirstOrDefault(droplet => !droplet.IsActive) is { } down)
            {
                throw new ProviderRefusedException($"The command '{command.Id}' cannot run on every host. {Down(down)}");
            }
        }

        var hosts = await HostsAsync(cancellationToken);
        var id = await hosts.StartAsync(command, cancellationToken);
        Remember(id, hosts);
        return id;
    }

    public Task<CommandProgress> PollAsync(string commandId, CancellationToken cancellationToken) =>
        commands.TryGetValue(commandId, out var hosts)
            ? hosts.PollAsync(commandId, cancellationToken)
            : Task.FromResult(new CommandProgress(CommandVerdict.Unknown, 0, 0, 0, []));

    public Task CancelAsync(string commandId, CancellationToken cancellationToken) =>
        commands.TryGetValue(commandId, out var hosts) ? hosts.CancelAsync(commandId, cancellationToken) : Task.CompletedTask;

    /// <summary>Both colours in one binding, so that a host's settings find their host whichever colour is asked for.</summary>
    private async Task<IHostCommands> HostsAsync(CancellationToken cancellationToken)
    {
        var blue = await droplets.RecentAsync(options.Blue, cancellationToken);
        var green = await droplets.RecentAsync(options.Green, cancellationToken);
        options.RefuseShared(blue, green);
        return context.Hosts(addressed.Of(blue, green));
    }

    private string Tag(Color color) => options.Tag(color);

    private void Remember(string id, IHostCommands hosts)
    {
        if (commands.TryAdd(id, hosts))
        {
            order.Enqueue(id);
        }

        while (order.Count > Remembered && order.TryDequeue(out var oldest))
        {
            commands.TryRemove(oldest, out _);
        }
    }

    private static string Down(Droplet droplet) =>
        $"The droplet '{droplet.Name}' ({droplet.Id}) is '{droplet.Status}'. It must be 'active'. Power it on, or take the tag away from it.";
}
