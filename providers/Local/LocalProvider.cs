using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Providers.Hosts;

namespace BlueGreenServerless.Providers.Local;

/// <summary>This machine as one or more hosts.</summary>
public sealed class LocalProvider : IProvider
{
    private static readonly Dictionary<string, string> NoVariables = new(StringComparer.Ordinal);

    public string Name => "local";

    public string Summary => "Runs the hooks on this machine, one directory per host.";

    PortOffer<IHostCommands>? IProvider.Hosts { get; } =
        PortOffers.Offer<IHostCommands, LocalOptions>("Bash on this machine, one directory per host.", Create);

    private static HostCommands Create(LocalOptions options, PortContext context)
    {
        var pools = new HostPools(options.Blue.Select(Parse), options.Green.Select(Parse), options.Hosts.Select(Parse), options.Settings);
        return new HostCommands(pools, new LocalShell(context.Time), options.Parallel, context.Time);
    }

    private static Host Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var named = slash > 1 && text[slash - 1] == '=';
        if ((slash != 0 && !named) || text.Any(char.IsControl))
        {
            throw new InvalidRequestException($"The host '{text}' is no directory of this machine. Allowed are '/directory' and 'name=/directory'. Write the path out.");
        }

        var directory = text[slash..];
        return new Host(named ? text[..(slash - 1)] : NameOf(directory), "", directory, NoVariables);
    }

    private static string NameOf(string directory) => Path.GetFileName(directory.TrimEnd('/')) is { Length: > 0 } name ? name : directory;
}
