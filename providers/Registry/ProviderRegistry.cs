using BlueGreenServerless.Failures;
using BlueGreenServerless.Ports;

namespace BlueGreenServerless.Providers.Registry;

/// <summary>Every provider that there is. A new one is found by itself: nothing here names any.</summary>
public sealed class ProviderRegistry
{
    /// <param name="providers">The providers to know; their names must differ.</param>
    public ProviderRegistry(IEnumerable<IProvider> providers)
    {
        All = [.. providers.OrderBy(provider => provider.Name, StringComparer.Ordinal)];
        if (All.GroupBy(provider => provider.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any()) is { } twice)
        {
            throw new ArgumentException(
                $"The provider name '{twice.Key}' is taken twice, by {string.Join(" and ", twice.Select(provider => provider.GetType().FullName))}; names must differ.",
                nameof(providers));
        }
    }

    /// <summary>All providers, by name.</summary>
    public IReadOnlyList<IProvider> All { get; }

    /// <summary>The providers of this assembly: every public class that implements <see cref="IProvider"/> and needs no arguments.</summary>
    public static ProviderRegistry Discover() => new(
        typeof(ProviderRegistry).Assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IProvider)))
            .Select(type => (IProvider)Activator.CreateInstance(type)!));

    /// <exception cref="InvalidRequestException">No provider of that name is a router.</exception>
    public PortOffer<ITrafficRouter> Router(string name) => Find(name)?.Router ?? throw Refuse(PortKind.Router, name);

    /// <exception cref="InvalidRequestException">No provider of that name runs commands on hosts.</exception>
    public PortOffer<IHostCommands> Hosts(string name) => Find(name)?.Hosts ?? throw Refuse(PortKind.Hosts, name);

    /// <exception cref="InvalidRequestException">No provider of that name has fleets.</exception>
    public PortOffer<IFleet> Fleet(string name) => Find(name)?.Fleet ?? throw Refuse(PortKind.Fleet, name);

    /// <exception cref="InvalidRequestException">No provider of that name measures.</exception>
    public PortOffer<IMetricSource> Metrics(string name) => Find(name)?.Metrics ?? throw Refuse(PortKind.Metrics, name);

    /// <exception cref="InvalidRequestException">No provider of that name makes environments.</exception>
    public PortOffer<IEnvironment> Environment(string name) => Find(name)?.Environment ?? throw Refuse(PortKind.Environment, name);

    private IProvider? Find(string name) => All.FirstOrDefault(provider => provider.Name == name);

    private InvalidRequestException Refuse(PortKind port, string name) => new(All.Refusal(port, name));
}
