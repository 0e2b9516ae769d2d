using System.Collections.Concurrent;
using System.Text.Json;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Ports;
using BlueGreenServerless.Serialization;

namespace BlueGreenServerless.Providers.Registry;

/// <summary>
/// Makes ports from bindings. The same binding gives the same port for as long as this lives, so that a provider may keep
/// the commands that it runs in memory.
/// </summary>
/// <param name="notes">Where providers remember what must outlive the process.</param>
public sealed class ProviderPorts(ProviderRegistry registry, TimeProvider time, INotes notes) : IPorts
{
    private readonly ConcurrentDictionary<(PortKind Port, string Provider, string Options), Lazy<object>> _ports = new();

    public ITrafficRouter Router(TargetState target) => Router(target.Router);

    public IHostCommands Hosts(PortBinding binding) => Make(PortKind.Hosts, binding, registry.Hosts);

    public IFleet? Fleet(TargetState target) => target.Fleet is { } fleet ? Make(PortKind.Fleet, fleet, registry.Fleet) : null;

    public IMetricSource Metrics(TargetState target) => Metrics(target.Metrics);

    /// <summary>Not among <see cref="IPorts"/>: no step of a release makes or destroys what it runs on.</summary>
    public IEnvironment Environment(PortBinding binding) => Make(PortKind.Environment, binding, registry.Environment);

    private ITrafficRouter Router(PortBinding binding) => Make(PortKind.Router, binding, registry.Router);

    private IMetricSource Metrics(PortBinding binding) => Make(PortKind.Metrics, binding, registry.Metrics);

    private PortContext Context() => new(time, Hosts, notes) { Routers = Router, Metrics = Metrics };

    private TPort Make<TPort>(PortKind port, PortBinding binding, Func<string, PortOffer<TPort>> find)
        where TPort : notnull
    {
        var key = (port, binding.Provider, JsonSerializer.Serialize(binding.Options, ReleaseJson.Options));
        try
        {
            return (TPort)_ports.GetOrAdd(key, _ => new Lazy<object>(() => Create(port, binding, find(binding.Provider)))).Value;
        }
        catch
        {
            // a Lazy remembers its exception; what failed may have been passing trouble, so the next call tries again
            _ports.TryRemove(key, out _);
            throw;
        }
    }

    private TPort Create<TPort>(PortKind port, PortBinding binding, PortOffer<TPort> offer)
    {
        try
        {
            return offer.From(binding.Options, Context());
        }
        catch (JsonException e)
        {
            throw new InvalidRequestException(
                $"The options of the {port.ToString().ToLowerInvariant()} provider '{binding.Provider}' cannot be used: {e.Message} " +
                "They must be as `bluegreen schema` says; run `bluegreen validate` on the file that they come from.",
                e);
        }
    }
}
